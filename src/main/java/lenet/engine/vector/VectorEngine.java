package lenet.engine.vector;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import lenet.network.Architecture;
import lenet.network.Classifier;
import lenet.network.Engine;
import lenet.network.Loss;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.TrainableNetwork;

/** The service's own engine: plain Java on the Vector API, which must be among the JVM's modules. */
public final class VectorEngine implements Engine {

    private final int threads;
    private final Serving serving = new Serving();

    /** An engine that trains on as many of the machine's cores as a batch can use. */
    public VectorEngine() {
        this(Math.min(Runtime.getRuntime().availableProcessors(), GradientShard.COUNT));
    }

    /** An engine that trains on {@code threads} threads; the weights are the same with any number. */
    public VectorEngine(int threads) {
        if (threads < 1 || threads > GradientShard.COUNT) {
            throw new IllegalArgumentException(
                    "an engine trains on 1 to %d threads, found %d".formatted(GradientShard.COUNT, threads));
        }
        this.threads = threads;
    }

    /**
     * What this JVM lacks to run this engine, and how to start one that does not; empty when nothing is missing.
     *
     * <p>HotSpot knows vectors in its optimising compiler only. Development tools like to switch that off for a quick
     * start, and then the engine would be hundreds of times slower.
     */
    public static Optional<String> obstacle() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return Optional.of("start java with --add-modules jdk.incubator.vector");
        }
        boolean withoutOptimisation = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.equals("-Xint") || argument.matches("-XX:TieredStopAtLevel=[0-3]"));
        return withoutOptimisation
                ? Optional.of("start java without -Xint and -XX:TieredStopAtLevel, which keep it from optimising")
                : Optional.empty();
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public String description() {
        return "Java Vector API, %d-bit vectors, %d threads".formatted(Lanes.SPECIES.vectorBitSize(), threads);
    }

    @Override
    public TrainableNetwork trainable(
            Architecture architecture, Scaling scaling, Loss loss, Optimiser optimiser, NetworkState state) {
        return new VectorTrainableNetwork(architecture, scaling, loss, optimiser, state, new Team(threads, serving));
    }

    @Override
    public Classifier classifier(Architecture architecture, Scaling scaling, Parameters parameters) {
        return new VectorClassifier(architecture, scaling, parameters, serving);
    }
}

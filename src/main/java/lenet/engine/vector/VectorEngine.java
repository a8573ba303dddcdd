package lenet.engine.vector;

import lenet.network.Architecture;
import lenet.network.Classifier;
import lenet.network.Engine;
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

    /** Whether this JVM was started with {@code --add-modules jdk.incubator.vector}. */
    public static boolean isAvailable() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
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
            Architecture architecture, Scaling scaling, Optimiser optimiser, NetworkState state) {
        return new VectorTrainableNetwork(architecture, scaling, optimiser, state, new Team(threads, serving));
    }

    @Override
    public Classifier classifier(Architecture architecture, Scaling scaling, Parameters parameters) {
        return new VectorClassifier(architecture, scaling, parameters, serving);
    }
}

package lenet.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Batch;
import lenet.network.Classifier;
import lenet.network.Engine;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.TrainableNetwork;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** LeNet-5 on real digits through this service's engines, from the pictures' bytes on; counted in images. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 5, time = 4)
@SuppressWarnings("NullAway.Init") // JMH calls build() first.
public class EngineBenchmark {

    private static final int PICTURES = 12_800;

    /** Which engine; all of them unless the command line names some. */
    @Param
    public Contestant contestant = Contestant.DL4J;

    private final Dataset mnist = Dataset.bundled();
    private final LabelledImages digits = mnist.split(Split.TRAIN);
    private final int[] order = IntStream.range(0, PICTURES).toArray();
    private TrainableNetwork network;
    private Classifier classifier;
    private int next;

    /** Builds the networks. */
    @Setup(Level.Trial)
    public void build() {
        Engine engine = contestant.engine();
        Architecture lenet5 = ArchitectureCatalogue.LENET5;
        Scaling scaling = Scaling.centred(mnist.mean());
        Parameters initial = Parameters.initial(lenet5, 11);
        network = engine.trainable(lenet5, scaling, Optimiser.SGD, NetworkState.initial(initial));
        classifier = engine.classifier(lenet5, scaling, initial);
    }

    /** Frees the networks. */
    @TearDown(Level.Trial)
    public void close() {
        network.close();
        classifier.close();
    }

    /** One SGD step on 32 digits. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(32)
    public double trainBatchOf32() {
        next = (next + 32) % PICTURES;
        return network.step(new Batch(digits, order, next, next + 32), 0.01).lossSum();
    }

    /** One SGD step on 128 digits. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(128)
    public double trainBatchOf128() {
        next = (next + 128) % PICTURES;
        return network.step(new Batch(digits, order, next, next + 128), 0.01).lossSum();
    }

    /** The logits of one digit. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public float[] classifyOne() {
        next = (next + 1) % PICTURES;
        return classifier.logits(digits.images(), next, next + 1);
    }

    /** The logits of 128 digits. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(128)
    public float[] classifyBatchOf128() {
        next = (next + 128) % PICTURES;
        return classifier.logits(digits.images(), next, next + 128);
    }
}

package lenet.engine.dl4j;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lenet.dataset.Dataset;
import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.network.Batch;
import lenet.network.Classifier;
import lenet.network.Loss;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Scaling;
import lenet.network.TrainableNetwork;
import lenet.testing.Digits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * LeNet-5 on real digits through this engine: {@code BUILT_IN} with the library's own convolution, {@code ONEDNN} as it
 * is. {@link StockDl4jBenchmark} has the same without this engine.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 5, time = 4)
@SuppressWarnings("NullAway.Init") // JMH calls build() first.
public class Dl4jBenchmark {

    private static final int PICTURES = 12_800;

    /** What computes the convolutions. */
    @Param({"BUILT_IN", "ONEDNN"})
    public String convolutions = "";

    private final Dataset mnist = Dataset.bundled();
    private final LabelledImages digits = mnist.split(Split.TRAIN);
    private final int[] order = IntStream.range(0, PICTURES).toArray();
    private TrainableNetwork network;
    private Classifier classifier;
    private int next;

    /** Builds the networks. */
    @Setup(Level.Trial)
    public void build() {
        NetworkFactory factory = new NetworkFactory(NetworkFactory.Convolutions.valueOf(convolutions));
        NetworkState state = NetworkState.initial(Digits.initial(Digits.LENET5));
        Scaling scaling = Scaling.centred(mnist.mean());
        network = new Dl4jTrainableNetwork(factory, Digits.LENET5, scaling, Loss.CROSS_ENTROPY, Optimiser.SGD, state);
        classifier = new Dl4jClassifier(factory, Digits.LENET5, scaling, state.parameters());
    }

    /** Frees the networks. */
    @TearDown(Level.Trial)
    public void close() {
        network.close();
        classifier.close();
    }

    /** One SGD step on 32 digits, counted in steps. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public double trainBatchOf32() {
        next = (next + 32) % PICTURES;
        return network.step(new Batch(digits, order, next, next + 32), 0.01).lossSum();
    }

    /** One SGD step on 128 digits, counted in steps. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
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
        Images images = digits.images();
        return classifier.logits(images, next, next + 1);
    }

    /** The logits of 128 digits, counted in batches. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public float[] classifyBatchOf128() {
        next = (next + 128) % PICTURES;
        return classifier.logits(digits.images(), next, next + 128);
    }
}

package lenet.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.network.Scaling;
import lenet.testing.Digits;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * LeNet-5 on real digits through Deeplearning4j as its examples have it: its own layers, loss, {@code fit} and number of
 * native threads. The float arrays are made beforehand.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 5, time = 4)
@SuppressWarnings("NullAway.Init") // JMH calls build() first.
public class StockDl4jBenchmark {

    private final Dataset mnist = Dataset.bundled();
    private final List<DataSet> batchesOf32 = batches(32);
    private final List<DataSet> batchesOf128 = batches(128);
    private final List<DataSet> single = batches(1);
    private MultiLayerNetwork network;
    private int next;

    /** Builds the network. */
    @Setup(Level.Trial)
    public void build() {
        network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(42)
                .updater(new Sgd(0.01))
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .list()
                .layer(convolution(6))
                .layer(pooling())
                .layer(convolution(16))
                .layer(pooling())
                .layer(convolution(120))
                .layer(new DenseLayer.Builder()
                        .nOut(84)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .nOut(10)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(32, 32, 1))
                .build());
        network.init();
    }

    /** One SGD step on 32 digits, counted in steps. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public double trainBatchOf32() {
        network.fit(batchesOf32.get(next++ % batchesOf32.size()));
        return network.score();
    }

    /** One SGD step on 128 digits, counted in steps. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public double trainBatchOf128() {
        network.fit(batchesOf128.get(next++ % batchesOf128.size()));
        return network.score();
    }

    /** The probabilities of one digit. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public float[] classifyOne() {
        return network.output(single.get(next++ % single.size()).getFeatures())
                .data()
                .asFloat();
    }

    /** The probabilities of 128 digits, counted in batches. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public float[] classifyBatchOf128() {
        return network.output(batchesOf128.get(next++ % batchesOf128.size()).getFeatures())
                .data()
                .asFloat();
    }

    private List<DataSet> batches(int size) {
        LabelledImages digits = mnist.split(Split.TRAIN);
        InputPacker packer = new InputPacker(Digits.LENET5.input(), Scaling.centred(mnist.mean()));
        List<DataSet> batches = new ArrayList<>();
        for (int from = 0; from < 20 * size; from += size) {
            int first = from;
            INDArray labels = Nd4j.zeros(size, 10);
            for (int i = 0; i < size; i++) {
                labels.putScalar(i, digits.label(first + i), 1);
            }
            batches.add(new DataSet(
                    packer.pack(digits.images(), size, i -> first + i, lenet.dataset.PictureReader.PLAIN)
                            .dup(),
                    labels));
        }
        return batches;
    }

    private static ConvolutionLayer convolution(int maps) {
        return new ConvolutionLayer.Builder(5, 5)
                .nOut(maps)
                .activation(Activation.TANH)
                .build();
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }
}

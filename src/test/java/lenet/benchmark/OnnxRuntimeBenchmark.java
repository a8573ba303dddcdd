package lenet.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lenet.dataset.Dataset;
import lenet.dataset.Images;
import lenet.dataset.Split;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.testing.OnnxRuntimeNetwork;
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

/**
 * LeNet-5 on real digits through ONNX Runtime, counted in images. The inputs are padded and scaled beforehand, which the
 * engines do within their measurement.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 5, time = 4)
@SuppressWarnings("NullAway.Init") // JMH calls build() first.
public class OnnxRuntimeBenchmark {

    private static final int INPUTS = 100;

    /** Threads within an operator. */
    @Param({"1", "2"})
    public int threads;

    private final List<OnnxTensor> single = new ArrayList<>();
    private final List<OnnxTensor> batchesOf128 = new ArrayList<>();
    private OnnxRuntimeNetwork network;
    private int next;

    /** Builds the network and its inputs. */
    @Setup(Level.Trial)
    public void build() throws OrtException {
        Dataset mnist = Dataset.bundled();
        Images digits = mnist.split(Split.TRAIN).images();
        Architecture lenet5 = ArchitectureCatalogue.LENET5;
        network =
                new OnnxRuntimeNetwork(lenet5, Scaling.centred(mnist.mean()), Parameters.initial(lenet5, 11), threads);
        for (int i = 0; i < INPUTS; i++) {
            single.add(network.input(digits, i, i + 1));
            batchesOf128.add(network.input(digits, i * 128, (i + 1) * 128));
        }
    }

    /** Frees the network and its inputs. */
    @TearDown(Level.Trial)
    public void close() throws OrtException {
        single.forEach(OnnxTensor::close);
        batchesOf128.forEach(OnnxTensor::close);
        network.close();
    }

    /** The logits of one digit. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public float[] classifyOne() throws OrtException {
        return network.logits(single.get(next++ % INPUTS));
    }

    /** The logits of 128 digits. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(128)
    public float[] classifyBatchOf128() throws OrtException {
        return network.logits(batchesOf128.get(next++ % INPUTS));
    }
}

package lenet.benchmark.peer;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;
import lenet.dataset.Dataset;
import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.network.Scaling;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * LeNet-5's training on real digits through PyTorch, as a Java program has it from Deep Java Library; counted in images.
 * The inputs are padded, scaled and in native memory beforehand, which the engines do within their measurement.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 5, time = 4)
@SuppressWarnings("NullAway.Init") // JMH calls build() first.
public class DjlBenchmark {

    private static final int BATCHES = 100;
    private static final int SIDE = 32;

    /** Threads within an operator. */
    @Param({"1", "2"})
    public int threads;

    private NDManager inputs;
    private Model model;
    private Trainer trainer;
    private List<NDList> batchesOf32;
    private List<NDList> batchesOf128;
    private int next;

    /** Builds the network and its inputs. */
    @Setup(Level.Trial)
    public void build() {
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
        inputs = NDManager.newBaseManager();
        batchesOf32 = batches(32);
        batchesOf128 = batches(128);
        model = Model.newInstance("lenet5");
        model.setBlock(lenet5());
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(0.01f))
                        .build()));
        trainer.initialize(new Shape(1, 1, SIDE, SIDE));
    }

    /** Frees the network and its inputs. */
    @TearDown(Level.Trial)
    public void close() {
        trainer.close();
        model.close();
        inputs.close();
    }

    /** One SGD step on 32 digits. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(32)
    public float trainBatchOf32() {
        return step(batchesOf32.get(next++ % BATCHES));
    }

    /** One SGD step on 128 digits. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(128)
    public float trainBatchOf128() {
        return step(batchesOf128.get(next++ % BATCHES));
    }

    /** The library's own training loop, less its listeners; what a step makes is freed with its manager. */
    private float step(NDList batch) {
        try (NDManager manager = inputs.newSubManager()) {
            batch.tempAttach(manager);
            float loss;
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                NDList logits = trainer.forward(new NDList(batch.get(0)));
                NDArray mean = trainer.getLoss().evaluate(new NDList(batch.get(1)), logits);
                gradients.backward(mean);
                loss = mean.getFloat();
            }
            trainer.step();
            return loss;
        }
    }

    private List<NDList> batches(int size) {
        Dataset mnist = Dataset.bundled();
        LabelledImages digits = mnist.split(Split.TRAIN);
        float[] scaled = Scaling.centred(mnist.mean()).table();
        List<NDList> batches = new ArrayList<>();
        for (int from = 0; from < BATCHES * size; from += size) {
            float[] values = new float[size * SIDE * SIDE];
            float[] labels = new float[size];
            for (int i = 0; i < size; i++) {
                pack(digits.images(), from + i, scaled, values, i * SIDE * SIDE);
                labels[i] = digits.label(from + i);
            }
            batches.add(new NDList(inputs.create(values, new Shape(size, 1, SIDE, SIDE)), inputs.create(labels)));
        }
        return batches;
    }

    private static void pack(Images images, int index, float[] scaled, float[] values, int to) {
        int margin = (SIDE - images.side()) / 2;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int y = row - margin;
                int x = column - margin;
                boolean inside = y >= 0 && y < images.side() && x >= 0 && x < images.side();
                int pixel = inside ? images.pixels()[images.offset(index) + y * images.side() + x] & 0xff : 0;
                values[to + row * SIDE + column] = scaled[pixel];
            }
        }
    }

    private static Block lenet5() {
        return new SequentialBlock()
                .add(convolution(6))
                .add(Activation::tanh)
                .add(pooling())
                .add(convolution(16))
                .add(Activation::tanh)
                .add(pooling())
                .add(convolution(120))
                .add(Activation::tanh)
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(84).build())
                .add(Activation::tanh)
                .add(Linear.builder().setUnits(10).build());
    }

    private static Block convolution(int maps) {
        return Conv2d.builder().setKernelShape(new Shape(5, 5)).setFilters(maps).build();
    }

    private static Block pooling() {
        return Pool.avgPool2dBlock(new Shape(2, 2), new Shape(2, 2));
    }
}

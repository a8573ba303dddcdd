package lenet.training;

import java.util.concurrent.TimeUnit;
import lenet.dataset.Dataset;
import lenet.dataset.Images;
import lenet.dataset.PictureReader;
import lenet.engine.vector.VectorEngine;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Batch;
import lenet.network.Engine;
import lenet.network.NetworkState;
import lenet.network.Parameters;
import lenet.network.TrainableNetwork;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the distortions of the recipe {@code accurate} cost, in its training on two threads and a picture. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 10, time = 4)
@SuppressWarnings("NullAway.Init") // JMH calls build() first.
public class AugmentationBenchmark {

    /** Steps on the one kind of pictures before it is the other's turn: about 15 ms, whose noise hits both alike. */
    private static final int STEPS = 10;

    private static final int BATCH = 64;

    private final Dataset mnist = Dataset.bundled();
    private final Engine engine = new VectorEngine(2);
    private final Recipe recipe = NamedRecipe.ACCURATE.recipe(engine.name(), 55_000);
    private final TrainingPictures pictures = TrainingPictures.of(mnist, recipe);
    private final PictureReader distorted = pictures.pass().of(0, () -> {}).reader();
    private final int[] order = Shuffle.order(recipe.trainingImages(), recipe.seed(), 0);
    private final byte[] picture = new byte[28 * 28];
    private TrainableNetwork network;
    private int next;

    /** The time that steps took, by the kind of their pictures; JMH divides it by the time of the iteration. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Nanoseconds {
        public long plain;
        public long distorted;
    }

    /** Builds the network. */
    @Setup(Level.Trial)
    public void build() {
        Architecture lenet5 = ArchitectureCatalogue.LENET5;
        if (recipe.batchSize() != BATCH) {
            throw new IllegalStateException(
                    "the recipe's batches are counted as %d pictures, found %d".formatted(BATCH, recipe.batchSize()));
        }
        network = engine.trainable(
                lenet5,
                recipe.inputScaling().of(mnist),
                recipe.loss().loss(lenet5, recipe.rubbish()),
                recipe.optimiser(),
                NetworkState.initial(Parameters.initial(lenet5, recipe.seed())));
    }

    /** Frees the network. */
    @TearDown(Level.Trial)
    public void close() {
        network.close();
    }

    /** The same batches, plain and distorted in turns, into one network, as the training loop hands them over. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(2 * STEPS * BATCH)
    public double trainInTurns(Nanoseconds spent) {
        long start = System.nanoTime();
        double loss = train(PictureReader.PLAIN);
        long middle = System.nanoTime();
        loss += train(distorted);
        spent.plain += middle - start;
        spent.distorted += System.nanoTime() - middle;
        next = (next + STEPS * BATCH) % (order.length - STEPS * BATCH);
        return loss;
    }

    private double train(PictureReader reader) {
        double loss = 0;
        for (int step = 0; step < STEPS; step++) {
            int from = next + step * BATCH;
            Batch batch = new Batch(pictures.images(), order, from, from + BATCH, reader);
            loss += network.step(batch, recipe.learningRate()).lossSum();
        }
        return loss;
    }

    /** One picture, on one thread. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public byte[] distortOne() {
        return read(distorted);
    }

    /** The same without distortions: what is not the distortions' doing. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public byte[] copyOne() {
        return read(PictureReader.PLAIN);
    }

    private byte[] read(PictureReader reader) {
        next = (next + 1) % order.length;
        Images images = pictures.images().images();
        reader.read(images, order[next], picture, 0);
        return picture;
    }
}

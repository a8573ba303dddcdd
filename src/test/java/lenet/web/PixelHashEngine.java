package lenet.web;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import lenet.dataset.Images;
import lenet.network.Architecture;
import lenet.network.Classifier;
import lenet.network.Engine;
import lenet.network.Loss;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.TrainableNetwork;

/** Answers at once with logits that depend on nothing but weights and pixels; a closed network refuses to answer. */
final class PixelHashEngine implements Engine {

    private final AtomicBoolean otherwise = new AtomicBoolean();

    /** Whether it gives other logits than before from now on, as an engine does that has a fault. */
    void computeOtherwise(boolean faulty) {
        otherwise.set(faulty);
    }

    @Override
    public String name() {
        return "pixel-hash";
    }

    @Override
    public String description() {
        return "hashes pixels, for tests";
    }

    @Override
    public TrainableNetwork trainable(
            Architecture architecture, Scaling scaling, Loss loss, Optimiser optimiser, NetworkState state) {
        throw new UnsupportedOperationException("only classifies");
    }

    @Override
    public Classifier classifier(Architecture architecture, Scaling scaling, Parameters parameters) {
        return new PixelHash(architecture.classes(), parameters.hashCode(), otherwise, new AtomicBoolean());
    }

    private record PixelHash(int classes, int weightsHash, AtomicBoolean otherwise, AtomicBoolean closed)
            implements Classifier {

        @Override
        public float[] logits(Images images, int from, int to) {
            if (closed.get()) {
                throw new IllegalStateException("the network is closed");
            }
            float[] logits = new float[(to - from) * classes];
            for (int i = from; i < to; i++) {
                SplittableRandom random = new SplittableRandom(31L * weightsHash + Arrays.hashCode(images.copy(i)));
                for (int j = 0; j < classes; j++) {
                    logits[(i - from) * classes + j] = (float) random.nextDouble(-3, 3) + (otherwise.get() ? j : 0);
                }
            }
            return logits;
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}

package lenet.web;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

/** Answers as {@link PixelHashEngine} does, but keeps everybody waiting while its gate is closed. */
final class GatedEngine implements Engine {

    private final PixelHashEngine engine = new PixelHashEngine();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final Semaphore arrivals = new Semaphore(0);
    private final AtomicInteger passes = new AtomicInteger();

    void close() {
        gate = new CountDownLatch(1);
        arrivals.drainPermits();
        passes.set(0);
    }

    void open() {
        gate.countDown();
    }

    /** As {@link PixelHashEngine#computeOtherwise} says. */
    void computeOtherwise(boolean faulty) {
        engine.computeOtherwise(faulty);
    }

    /** Waits until that many stand before the closed gate. */
    void awaitArrivals(int count) throws InterruptedException {
        if (!arrivals.tryAcquire(count, 30, TimeUnit.SECONDS)) {
            throw new AssertionError("fewer than " + count + " came to the gate");
        }
    }

    /** How many came to the gate since it was closed. */
    int passes() {
        return passes.get();
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public String description() {
        return engine.description();
    }

    @Override
    public TrainableNetwork trainable(
            Architecture architecture, Scaling scaling, Loss loss, Optimiser optimiser, NetworkState state) {
        return engine.trainable(architecture, scaling, loss, optimiser, state);
    }

    @Override
    public Classifier classifier(Architecture architecture, Scaling scaling, Parameters parameters) {
        Classifier classifier = engine.classifier(architecture, scaling, parameters);
        return new Classifier() {

            @Override
            public float[] logits(Images images, int from, int to) {
                passes.incrementAndGet();
                arrivals.release();
                awaitTheGate();
                return classifier.logits(images, from, to);
            }

            @Override
            public void close() {
                classifier.close();
            }
        };
    }

    private void awaitTheGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the gate", e);
        }
    }
}

package lenet.engine.dl4j;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import lenet.dataset.Images;
import lenet.dataset.PictureReader;
import lenet.network.Architecture;
import lenet.network.Classifier;
import lenet.network.Parameters;
import lenet.network.Scaling;

/**
 * A Deeplearning4j network that only answers, on a thread of its own.
 *
 * <p>The layers are not thread-safe, and ND4J keeps an arena for each thread that computes: with a thread here there is
 * one arena instead of one for every thread of a web server. Copies of the network would answer no faster on the few
 * cores this is made for. Long ranges take turns with short ones, {@value LayerStack#PASS} pictures a turn.
 */
final class Dl4jClassifier implements Classifier {

    private final int classes;
    private final LayerStack layers;
    private final InputPacker packer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "dl4j-classifier");
        thread.setDaemon(true);
        return thread;
    });

    /** Read and written on the classifier's thread alone. */
    private boolean released;

    Dl4jClassifier(NetworkFactory factory, Architecture architecture, Scaling scaling, Parameters parameters) {
        this.classes = architecture.classes();
        this.packer = new InputPacker(architecture.input(), scaling);
        this.layers = factory.network(architecture, parameters);
    }

    @Override
    public float[] logits(Images images, int from, int to) {
        Objects.checkFromToIndex(from, to, images.count());
        float[] logits = new float[(to - from) * classes];
        for (int start = from; start < to; start += LayerStack.PASS) {
            float[] pass = onThread(images, start, Math.min(start + LayerStack.PASS, to));
            System.arraycopy(pass, 0, logits, (start - from) * classes, pass.length);
        }
        return logits;
    }

    @Override
    public synchronized void close() {
        if (!thread.isShutdown()) {
            CompletableFuture<Void> released = CompletableFuture.runAsync(this::release, thread);
            thread.shutdown();
            released.join();
        }
    }

    private float[] onThread(Images images, int from, int to) {
        try {
            return CompletableFuture.supplyAsync(() -> pass(images, from, to), thread)
                    .join();
        } catch (RejectedExecutionException e) {
            throw closed();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private float[] pass(Images images, int from, int to) {
        // Between the release and the thread's end a late call may still find its way into the queue.
        if (released) {
            throw closed();
        }
        return LayerStack.inArena(
                () -> layers.forward(packer.pack(images, to - from, i -> from + i, PictureReader.PLAIN), false));
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("this classifier is closed");
    }

    private void release() {
        released = true;
        packer.close();
        layers.close();
    }
}

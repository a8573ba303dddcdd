package lenet.engine.dl4j;

import lenet.dataset.Images;
import lenet.network.Architecture;
import lenet.network.Classifier;
import lenet.network.Parameters;
import lenet.network.Scaling;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A Deeplearning4j network that only answers.
 *
 * <p>{@code MultiLayerNetwork} is not thread-safe and computes on one native thread; one after another is therefore as
 * fast as several copies would be on the few cores this is made for, and takes less memory.
 */
final class Dl4jClassifier implements Classifier {

    private static final int CHUNK = 250;

    private final int classes;
    private final MultiLayerNetwork network;
    private final InputPacker packer;
    private boolean closed;

    Dl4jClassifier(NetworkFactory factory, Architecture architecture, Scaling scaling, Parameters parameters) {
        this.classes = architecture.classes();
        this.network = factory.network(architecture, parameters);
        this.packer = new InputPacker(architecture.input(), scaling);
    }

    @Override
    public float[] logits(Images images, int from, int to) {
        float[] logits = new float[(to - from) * classes];
        for (int start = from; start < to; start += CHUNK) {
            float[] chunk = chunk(images, start, Math.min(start + CHUNK, to));
            System.arraycopy(chunk, 0, logits, (start - from) * classes, chunk.length);
        }
        return logits;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            network.close();
        }
    }

    private synchronized float[] chunk(Images images, int from, int to) {
        NativeRuntime.stayOnThisThread();
        if (closed) {
            throw new IllegalStateException("this classifier is closed");
        }
        INDArray output = network.output(packer.pack(images, to - from, i -> from + i), false);
        float[] logits = output.dup('c').data().asFloat();
        output.close();
        return logits;
    }
}

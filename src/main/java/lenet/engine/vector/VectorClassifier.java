package lenet.engine.vector;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import lenet.dataset.Images;
import lenet.network.Architecture;
import lenet.network.Classifier;
import lenet.network.Parameters;
import lenet.network.Scaling;

/** A network that classifies, each caller on its own thread and with buffers of its own. */
final class VectorClassifier implements Classifier {

    private final int classes;
    private final BlockNetwork network;
    private final float[] parameters;
    private final Serving serving;
    private final BlockingQueue<Block> spareBlocks =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    VectorClassifier(Architecture architecture, Scaling scaling, Parameters parameters, Serving serving) {
        this.classes = architecture.classes();
        this.network = new BlockNetwork(architecture, scaling);
        this.parameters = network.layout().flat(parameters.toArray());
        this.serving = serving;
    }

    @Override
    public float[] logits(Images images, int from, int to) {
        serving.answering();
        float[] logits = new float[(to - from) * classes];
        Block spare = spareBlocks.poll();
        Block block = spare == null ? network.newBlock() : spare;
        for (int first = from; first < to; first += Lanes.BLOCK) {
            int start = first;
            network.forward(parameters, images, picture -> Math.min(start + picture, to - 1), block);
            int pictures = Math.min(Lanes.BLOCK, to - first);
            block.copyLogits(classes, pictures, logits, (first - from) * classes);
        }
        spareBlocks.offer(block);
        return logits;
    }

    @Override
    public void close() {
        spareBlocks.clear();
    }
}

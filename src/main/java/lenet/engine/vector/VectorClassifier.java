package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import lenet.dataset.Images;
import lenet.dataset.PictureReader;
import lenet.network.Architecture;
import lenet.network.Classifier;
import lenet.network.Parameters;
import lenet.network.Scaling;

/** A network that classifies, each caller on its own thread and with buffers of its own. */
final class VectorClassifier implements Classifier {

    /** Callers whose buffers are kept for the next. */
    private static final int SPARE = Runtime.getRuntime().availableProcessors();

    /** Pictures that are faster one by one than as a block. */
    private static final int FEW = 8;

    private final int classes;
    private final BlockNetwork blockNetwork;
    private final Optional<PictureNetwork> pictureNetwork;
    private final float[] parameters;
    private final Serving serving;
    private final BlockingQueue<Block> spareBlocks = new ArrayBlockingQueue<>(SPARE);
    private final BlockingQueue<List<float[]>> spareBuffers = new ArrayBlockingQueue<>(SPARE);

    VectorClassifier(Architecture architecture, Scaling scaling, Parameters parameters, Serving serving) {
        this.classes = architecture.classes();
        this.blockNetwork = new BlockNetwork(architecture, scaling);
        this.pictureNetwork = PictureNetwork.of(architecture, blockNetwork.layout(), scaling);
        this.parameters = blockNetwork.layout().flat(parameters.toArray());
        this.serving = serving;
    }

    @Override
    public float[] logits(Images images, int from, int to) {
        serving.answering();
        float[] logits = new float[(to - from) * classes];
        int blocks = (to - from) / BLOCK * BLOCK;
        int rest = pictureNetwork.isPresent() && to - from - blocks <= FEW ? from + blocks : to;
        if (rest > from) {
            asBlocks(images, from, rest, logits);
        }
        if (rest < to) {
            oneByOne(pictureNetwork.orElseThrow(), images, rest, to, logits, rest - from);
        }
        return logits;
    }

    private void asBlocks(Images images, int from, int to, float[] logits) {
        Block spare = spareBlocks.poll();
        Block block = spare == null ? blockNetwork.newBlock() : spare;
        for (int first = from; first < to; first += BLOCK) {
            int start = first;
            blockNetwork.forward(
                    parameters, images, picture -> Math.min(start + picture, to - 1), PictureReader.PLAIN, block);
            block.copyLogits(classes, Math.min(BLOCK, to - first), logits, (first - from) * classes);
        }
        spareBlocks.offer(block);
    }

    private void oneByOne(PictureNetwork network, Images images, int from, int to, float[] logits, int done) {
        List<float[]> spare = spareBuffers.poll();
        List<float[]> buffers = spare == null ? network.newBuffers() : spare;
        float[] last = buffers.get(buffers.size() - 1);
        for (int i = from; i < to; i++) {
            network.forward(parameters, images, i, buffers);
            System.arraycopy(last, 0, logits, (done + i - from) * classes, classes);
        }
        spareBuffers.offer(buffers);
    }

    @Override
    public void close() {
        spareBlocks.clear();
        spareBuffers.clear();
    }
}

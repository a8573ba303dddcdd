package lenet.engine.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lenet.dataset.Images;
import lenet.network.Architecture;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Scaling;
import lenet.network.Shape;

/**
 * The way of a single picture, of which a block would be fifteen sixteenths empty: vectors run along columns, maps and
 * units in place of pictures. It adds in the order in which a block adds, so both ways give the same bits. Thread-safe;
 * holds no values.
 *
 * <p>It takes what the paper's convolutional family is made of: twice a convolution and an average over 2×2, then dense
 * layers. Other networks go as blocks.
 */
final class PictureNetwork {

    private final FirstStage first;
    private final List<PictureLayer> layers;

    private PictureNetwork(FirstStage first, List<PictureLayer> layers) {
        this.first = first;
        this.layers = layers;
    }

    /** The way of {@code architecture}'s pictures, if it is of that kind. */
    static Optional<PictureNetwork> of(Architecture architecture, ParameterLayout layout, Scaling scaling) {
        List<ShapedLayer> shaped = architecture.shapedLayers();
        if (shaped.size() < 5
                || !FirstStage.takes(shaped.get(0), shaped.get(1))
                || !SecondStage.takes(shaped.get(2), shaped.get(3))
                || !shaped.stream().skip(4).allMatch(PictureNetwork::isDense)) {
            return Optional.empty();
        }
        FirstStage first = new FirstStage(shaped.get(0), layout.matrix(0), scaling);
        SecondStage second = new SecondStage(shaped.get(2), layout.matrix(2), first);
        List<PictureLayer> layers = new ArrayList<>();
        layers.add(second);
        int[] order = order(second, shaped.get(3).output());
        for (int i = 4; i < shaped.size(); i++) {
            layers.add(new PictureDense(layout.matrix(i), shaped.get(i).layer(), order));
            order = IntStream.range(0, shaped.get(i).output().units()).toArray();
        }
        return Optional.of(new PictureNetwork(first, List.copyOf(layers)));
    }

    /** The buffers that one picture needs on its way. */
    List<float[]> newBuffers() {
        List<float[]> buffers = new ArrayList<>();
        buffers.add(new float[first.inputSize()]);
        buffers.add(new float[first.scratchSize()]);
        buffers.add(new float[first.size()]);
        layers.forEach(layer -> buffers.add(new float[layer.size()]));
        return List.copyOf(buffers);
    }

    /** Runs picture {@code index} of {@code images}; the last of {@code buffers} then begins with the logits. */
    void forward(float[] parameters, Images images, int index, List<float[]> buffers) {
        first.pack(images, index, buffers.get(0));
        first.forward(parameters, buffers.get(0), buffers.get(1), buffers.get(2));
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).forward(parameters, buffers.get(2 + i), buffers.get(3 + i));
        }
    }

    private static boolean isDense(ShapedLayer shaped) {
        return shaped.layer() instanceof Dense
                || (shaped.layer() instanceof Convolution
                        && shaped.output().height() == 1
                        && shaped.output().width() == 1);
    }

    private static int[] order(SecondStage stage, Shape shape) {
        int area = shape.height() * shape.width();
        return IntStream.range(0, shape.units())
                .map(unit -> stage.at(unit / area, unit % area / shape.width(), unit % shape.width()))
                .toArray();
    }
}

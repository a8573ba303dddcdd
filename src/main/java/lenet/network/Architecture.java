package lenet.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A network as a value: its name, the shape of its padded input, its layers and the number of classes. The last layer
 * gives the logits.
 *
 * @param initialisation how training begins
 * @param place where the paper has it
 */
public record Architecture(
        String name, String summary, Shape input, List<Layer> layers, Initialisation initialisation, PaperPlace place) {

    /** Checks that the layers fit together. */
    public Architecture {
        layers = List.copyOf(layers);
        Shape shape = input;
        for (Layer layer : layers) {
            shape = layer.output(shape);
        }
    }

    /** A network that is not the paper's and starts as the article's. */
    public Architecture(String name, String summary, Shape input, List<Layer> layers) {
        this(name, summary, input, layers, Initialisation.GLOROT_UNIFORM, PaperPlace.NONE);
    }

    /** A layer with the shapes around it. */
    public record ShapedLayer(Layer layer, Shape input, Shape output) {}

    /** The layers from input to output, each with its shapes. */
    public List<ShapedLayer> shapedLayers() {
        List<ShapedLayer> shaped = new ArrayList<>();
        Shape shape = input;
        for (Layer layer : layers) {
            Shape next = layer.output(shape);
            shaped.add(new ShapedLayer(layer, shape, next));
            shape = next;
        }
        return List.copyOf(shaped);
    }

    /** All trainable tensors, in the order in which {@link Parameters} keeps their values. */
    public List<Tensor> tensors() {
        return shapedLayers().stream()
                .flatMap(shaped -> shaped.layer().tensors(shaped.input()).stream())
                .toList();
    }

    /** Number of trainable parameters; 61,706 for the article's LeNet-5. */
    public int parameterCount() {
        return tensors().stream().mapToInt(Tensor::size).sum();
    }

    /** Whether the output is the paper's, of radial basis functions. */
    public boolean endsRadially() {
        return layers.get(layers.size() - 1) instanceof Layer.RadialBasis;
    }

    /** Number of classes the output layer tells apart. */
    public int classes() {
        return shapedLayers().get(layers.size() - 1).output().units();
    }
}

package lenet.benchmark;

import java.util.List;
import lenet.network.Architecture;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Tensor;

/**
 * What training on one image costs at least: multiplications and additions of the weights with their inputs, on the way
 * forward, for the weights' slopes, and for the inputs' slopes, which nobody needs of the first layer.
 */
record TrainingCost(long flop) {

    static TrainingCost of(Architecture architecture) {
        List<ShapedLayer> layers = architecture.shapedLayers();
        long multiplications = -multiplications(layers.get(0));
        for (ShapedLayer layer : layers) {
            multiplications += 3 * multiplications(layer);
        }
        return new TrainingCost(2 * multiplications);
    }

    /** Each weight of a convolution meets an input at each of the map's positions. */
    private static long multiplications(ShapedLayer shaped) {
        return shaped.layer().tensors(shaped.input()).stream()
                .filter(tensor -> tensor.kind() == Tensor.Kind.WEIGHT)
                .mapToLong(tensor -> (long) tensor.size()
                        * shaped.output().height()
                        * shaped.output().width())
                .sum();
    }
}

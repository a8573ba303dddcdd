package lenet.network;

import lenet.network.Architecture.ShapedLayer;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.MaxPooling;
import lenet.network.Layer.Subsampling;

/**
 * What one picture costs a layer.
 *
 * @param multiplyAdds products of a weight and a unit; plain pooling has none
 * @param connections what the layer's units add up or choose from, a trained bias included: the paper's count (section
 *     II-B)
 */
public record Cost(long multiplyAdds, long connections) {

    /** The cost of one layer; a kind that is not known here counts as fully connected. */
    public static Cost of(ShapedLayer shaped) {
        Layer layer = shaped.layer();
        long units = shaped.output().units();
        if (layer instanceof Convolution convolution) {
            return ofConvolution(convolution, shaped);
        }
        if (layer instanceof Subsampling subsampling) {
            return new Cost(units, units * (area(subsampling.window()) + 1));
        }
        if (layer instanceof AveragePooling pooling) {
            return new Cost(0, units * area(pooling.window()));
        }
        if (layer instanceof MaxPooling pooling) {
            return new Cost(0, units * area(pooling.window()));
        }
        long products = units * shaped.input().units();
        return new Cost(products, products + (layer instanceof Layer.Dense ? units : 0));
    }

    /** The cost of all layers together. */
    public static Cost of(Architecture architecture) {
        return architecture.shapedLayers().stream().map(Cost::of).reduce(new Cost(0, 0), Cost::plus);
    }

    private static Cost ofConvolution(Convolution convolution, ShapedLayer shaped) {
        Shape output = shaped.output();
        long fed = convolution.connections().count(shaped.input().maps(), output.maps());
        long products = (long) output.height() * output.width() * fed * area(convolution.kernel());
        return new Cost(products, products + output.units());
    }

    private Cost plus(Cost other) {
        return new Cost(multiplyAdds + other.multiplyAdds, connections + other.connections);
    }

    private static long area(int side) {
        return (long) side * side;
    }
}

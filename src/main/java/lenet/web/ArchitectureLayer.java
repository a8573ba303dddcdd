package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import lenet.network.Activation;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Cost;
import lenet.network.Layer;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.Subsampling;
import lenet.network.Tensor;
import org.jspecify.annotations.Nullable;

/** One layer of a network that this service trains. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ArchitectureLayer", description = "One layer of a network.")
record ArchitectureLayer(
        @Schema(description = "Its name in the paper", example = "C1")
        String name,

        @Schema(example = "convolution") String kind,
        ShapeResponse output,
        @Schema(example = "156") int parameters,

        @Schema(description = "Products of a weight and a unit that one picture takes", example = "117600")
        long multiplyAdds,

        @Schema(description = "Connections, biases included, as the paper counts them", example = "122304")
        long connections,

        @Schema(description = "The squashing function, where there is one", example = "tanh") @Nullable
        String activation,

        @Schema(
                description = "Pairs of an input map and a map that the layer's connection table joins, where it has"
                        + " one; without one every input map feeds every map",
                example = "60")
        @Nullable
        Integer connectedMaps) {

    static ArchitectureLayer of(ShapedLayer shaped) {
        Layer layer = shaped.layer();
        Cost cost = Cost.of(shaped);
        Activation activation = activation(layer);
        return new ArchitectureLayer(
                layer.name(),
                kind(layer),
                ShapeResponse.of(shaped.output()),
                layer.tensors(shaped.input()).stream().mapToInt(Tensor::size).sum(),
                cost.multiplyAdds(),
                cost.connections(),
                activation == null ? null : Words.ACTIVATIONS.of(activation),
                connectedMaps(layer));
    }

    /** {@code AveragePooling} as {@code averagePooling}. */
    private static String kind(Layer layer) {
        String name = layer.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static @Nullable Activation activation(Layer layer) {
        if (layer instanceof Convolution convolution) {
            return convolution.activation();
        }
        if (layer instanceof Subsampling subsampling) {
            return subsampling.activation();
        }
        return layer instanceof Dense dense ? dense.activation() : null;
    }

    private static @Nullable Integer connectedMaps(Layer layer) {
        if (layer instanceof Convolution convolution) {
            List<List<Integer>> table = convolution.connections().inputsOfMap();
            return table.isEmpty() ? null : table.stream().mapToInt(List::size).sum();
        }
        return null;
    }
}

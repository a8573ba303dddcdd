package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import lenet.network.Architecture;
import lenet.network.Cost;
import org.jspecify.annotations.Nullable;

/** A network that this service trains. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Architecture", description = "A network that this service trains.")
record ArchitectureResponse(
        @Schema(example = "lenet5") String name,

        @Schema(description = "What it is, in a sentence") String summary,

        @Schema(
                description = "Where LeCun, Bottou, Bengio and Haffner (1998) describe it",
                example = "section II-B, figure 2")
        @Nullable
        String paper,

        ShapeResponse input,

        @Schema(description = "Trainable parameters of all layers", example = "61706")
        int parameters,

        @Schema(description = "Products of a weight and a unit that one picture takes", example = "416520")
        long multiplyAdds,

        @Schema(description = "Connections of all layers, biases included, as the paper counts them")
        long connections,

        @Schema(description = "From the input to the output")
        List<ArchitectureLayer> layers) {

    private static final Map<String, String> IN_THE_PAPER = Map.of(
            "lenet5", "section II-B, figure 2",
            "lenet5-1998", "section II-B, figure 2 and table I",
            "lenet4", "section III-C.8",
            "lenet1", "section III-C.7");

    static ArchitectureResponse of(Architecture architecture) {
        Cost cost = Cost.of(architecture);
        return new ArchitectureResponse(
                architecture.name(),
                architecture.summary(),
                IN_THE_PAPER.get(architecture.name()),
                ShapeResponse.of(architecture.input()),
                architecture.parameterCount(),
                cost.multiplyAdds(),
                cost.connections(),
                architecture.shapedLayers().stream().map(ArchitectureLayer::of).toList());
    }
}

package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import lenet.network.Architecture;
import lenet.network.Cost;
import lenet.network.EnsembleKind;
import lenet.network.PaperPlace;
import org.jspecify.annotations.Nullable;

/** A network that this service trains. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Architecture", description = "A network that this service trains.")
record ArchitectureResponse(
        @Schema(example = "lenet5") String name,

        @Schema(description = "What it is, in a sentence") String summary,

        @Schema(description = "Where LeCun, Bottou, Bengio and Haffner (1998) describe it", example = "section II-B")
        String paper,

        @Schema(description = "What it is there, and what had to be chosen where the paper leaves it open")
        String note,

        @Schema(description = "Error on the test set that the paper reports, as a share", example = "0.0095") @Nullable
        Double paperErrorRate,

        @Schema(description = "The same after training with distortions", example = "0.008") @Nullable
        Double paperErrorRateWithDistortions,

        ShapeResponse input,

        @Schema(description = "Number of networks that answer together; 1 but for an ensemble", example = "1")
        int members,

        @Schema(
                description = "How their answers become one; absent if there is only one",
                allowableValues = {"average", "add"})
        @Nullable
        String combination,

        @Schema(description = "Trainable parameters of all layers, of all networks", example = "61706")
        int parameters,

        @Schema(description = "Products of a weight and a unit that one picture takes", example = "416520")
        long multiplyAdds,

        @Schema(description = "Connections of all layers, biases included, as the paper counts them")
        long connections,

        @Schema(description = "From the input to the output, of one network")
        List<ArchitectureLayer> layers) {

    static ArchitectureResponse of(Architecture architecture) {
        return of(architecture, architecture.name(), architecture.summary(), architecture.place(), 1, null);
    }

    static ArchitectureResponse of(EnsembleKind ensemble) {
        return of(
                ensemble.member(),
                ensemble.name(),
                ensemble.summary(),
                ensemble.place(),
                ensemble.members(),
                Words.COMBINATIONS.of(ensemble.combination()));
    }

    private static ArchitectureResponse of(
            Architecture architecture,
            String name,
            String summary,
            PaperPlace place,
            int members,
            @Nullable String combination) {
        Cost cost = Cost.of(architecture);
        return new ArchitectureResponse(
                name,
                summary,
                "section " + place.section(),
                place.note(),
                place.errorRate(),
                place.distortedErrorRate(),
                ShapeResponse.of(architecture.input()),
                members,
                combination,
                members * architecture.parameterCount(),
                members * cost.multiplyAdds(),
                members * cost.connections(),
                architecture.shapedLayers().stream().map(ArchitectureLayer::of).toList());
    }
}

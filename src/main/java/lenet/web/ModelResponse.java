package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import lenet.model.ModelAlias;
import lenet.model.ModelDescription;
import lenet.model.ModelSummary;
import lenet.model.Scores;
import org.jspecify.annotations.Nullable;

/** A registered model. */
@Schema(name = "Model", description = "A trained model of the registry; nothing of it ever changes but its aliases")
record ModelResponse(
        @Schema(description = "Its version in the registry", example = "1")
        long version,

        @Schema(description = "The aliases that point at it", example = "[\"live\"]")
        List<String> aliases,

        @Schema(
                description =
                        "The network's architecture; of several networks that answer together what they are, such as"
                                + " lenet5-ensemble",
                example = "lenet5")
        String architecture,

        @Schema(description = "Number of networks that answer together; 1 but for an ensemble", example = "1")
        int members,

        @Schema(
                description = "How their answers become one; absent if there is only one",
                allowableValues = {"average", "add"})
        @Nullable
        String combination,

        @Schema(description = "Number of trained parameters", example = "61706")
        int parameters,

        @Schema(
                description =
                        "What the logits are divided by before they become probabilities: fitted on the validation"
                                + " split, 1 for none",
                example = "1")
        double temperature,

        @Schema(description = "Absent in an ensemble, whose networks may each want their own") @Nullable
        PreprocessingResponse preprocessing,

        @Schema(description = "When it was registered", example = "2026-01-31T12:00:00Z")
        Instant createdAt,

        @Schema(description = "Size of the model's file in bytes", example = "248304")
        int size,

        @Schema(description = "SHA-256 of the model's file, which …/safetensors answers with")
        String sha256,

        @Schema(description = "Accuracies (0 to 1) and losses (nats); models are chosen by the validation figures")
        Scores scores,

        ProvenanceResponse provenance) {

    static ModelResponse of(ModelSummary version, List<ModelAlias> aliases) {
        ModelDescription model = version.description();
        return new ModelResponse(
                version.version(),
                aliases.stream()
                        .filter(alias -> alias.version() == version.version())
                        .map(ModelAlias::name)
                        .toList(),
                model.name(),
                model.members().size(),
                model.single().isPresent() ? null : Words.COMBINATIONS.of(model.combination()),
                model.parameterCount(),
                model.temperature(),
                model.single().map(PreprocessingResponse::of).orElse(null),
                version.createdAt(),
                version.size(),
                version.sha256(),
                model.scores(),
                ProvenanceResponse.of(model.provenance()));
    }
}

package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import lenet.model.ModelAlias;
import lenet.model.ModelVersion;
import lenet.model.Scores;

/** A registered model. */
@Schema(name = "Model", description = "A trained model of the registry; nothing of it ever changes but its aliases")
record ModelResponse(
        @Schema(description = "Its version in the registry", example = "1")
        long version,

        @Schema(description = "The aliases that point at it", example = "[\"live\"]")
        List<String> aliases,

        @Schema(description = "The network's architecture", example = "lenet5")
        String architecture,

        @Schema(description = "Number of trained parameters", example = "61706")
        int parameters,

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

    static ModelResponse of(ModelVersion version, List<ModelAlias> aliases) {
        return new ModelResponse(
                version.version(),
                aliases.stream()
                        .filter(alias -> alias.version() == version.version())
                        .map(ModelAlias::name)
                        .toList(),
                version.model().architecture().name(),
                version.model().parameters().count(),
                PreprocessingResponse.of(version.model()),
                version.createdAt(),
                version.size(),
                version.sha256(),
                version.model().scores(),
                ProvenanceResponse.of(version.model().provenance()));
    }
}

package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import lenet.model.ModelVersion;
import lenet.model.Provenance;
import lenet.model.Scores;

/** The model that classifies. */
@Schema(name = "Model", description = "A trained model of the registry")
record LiveModelResponse(
        @Schema(description = "Its version in the registry", example = "1")
        long version,

        @Schema(description = "The network's architecture", example = "lenet5")
        String architecture,

        @Schema(description = "Number of trained parameters", example = "61706")
        int parameters,

        @Schema(description = "SHA-256 of the model's file") String sha256,

        @Schema(description = "When it was registered", example = "2026-01-31T12:00:00Z")
        Instant createdAt,

        @Schema(description = "Accuracies (0 to 1) and losses (nats); models are chosen by the validation figures")
        Scores scores,

        @Schema(description = "Where it comes from; recipe is the training job's recipe as JSON text")
        Provenance provenance) {

    static LiveModelResponse of(ModelVersion version) {
        return new LiveModelResponse(
                version.version(),
                version.model().architecture().name(),
                version.model().parameters().count(),
                version.sha256(),
                version.createdAt(),
                version.model().scores(),
                version.model().provenance());
    }
}

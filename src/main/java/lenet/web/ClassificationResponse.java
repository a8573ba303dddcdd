package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import lenet.classification.Prediction;
import org.jspecify.annotations.Nullable;

/** What the live model says about the one picture of a request. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Classification", description = "What the live model says about one picture")
record ClassificationResponse(
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(
                description = "The most probable digit; null where ?rejectBelow=… rejects it",
                types = {"integer", "null"},
                minimum = "0",
                maximum = "9",
                example = "7")
        @Nullable
        Integer digit,

        @Schema(description = RejectBelow.REJECTED, example = "false") @Nullable
        Boolean rejected,

        @Schema(description = "Its probability, 0 to 1", example = "0.9993")
        double confidence,

        @Schema(
                description = "One probability a digit, 0 first; they sum to 1",
                example = "[0.0, 0.0001, 0.0002, 0.0001, 0.0, 0.0, 0.0, 0.9993, 0.0001, 0.0002]")
        List<Double> probabilities,

        @Schema(description = "Version of the model that answered", example = "1")
        long modelVersion,

        @Schema(
                description = "The 28×28 picture that the network saw, as a PNG data URI; only with ?normalised=true",
                example = "data:image/png;base64,iVBORw0KGgo…")
        @Nullable
        String normalised) {

    static ClassificationResponse of(Prediction prediction, RejectBelow threshold, boolean withPicture) {
        return new ClassificationResponse(
                threshold.digit(prediction),
                threshold.rejects(prediction),
                prediction.confidence(),
                prediction.probabilities(),
                prediction.modelVersion(),
                withPicture ? DataUri.png(prediction.normalised()) : null);
    }
}

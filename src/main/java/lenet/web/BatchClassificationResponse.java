package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import lenet.classification.Prediction;
import org.jspecify.annotations.Nullable;

/** What the live model says about a request's pictures; one model answers for all of them. */
@Schema(name = "BatchClassification", description = "What the live model says about several pictures, in their order")
record BatchClassificationResponse(
        @Schema(description = "One entry a picture, in the request's order")
        List<PicturePrediction> predictions,

        @Schema(description = "Version of the model that answered for all of them", example = "1")
        long modelVersion) {

    /** One picture's part of the answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "One picture's part of the answer")
    record PicturePrediction(
            @Schema(description = "The file's name as it was sent; absent where there was none", example = "seven.png")
            @Nullable
            String fileName,

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

            @Schema(
                    description =
                            "The 28×28 picture that the network saw, as a PNG data URI; only with ?normalised=true",
                    example = "data:image/png;base64,iVBORw0KGgo…")
            @Nullable
            String normalised) {

        private static PicturePrediction of(
                @Nullable String fileName, Prediction prediction, RejectBelow threshold, boolean withPicture) {
            return new PicturePrediction(
                    fileName,
                    threshold.digit(prediction),
                    threshold.rejects(prediction),
                    prediction.confidence(),
                    prediction.probabilities(),
                    withPicture ? DataUri.png(prediction.normalised()) : null);
        }
    }

    /** The answer for at least one picture. */
    static BatchClassificationResponse of(
            List<Prediction> predictions, PictureNames names, RejectBelow threshold, boolean withPictures) {
        return new BatchClassificationResponse(
                IntStream.range(0, predictions.size())
                        .mapToObj(i -> PicturePrediction.of(names.name(i), predictions.get(i), threshold, withPictures))
                        .toList(),
                predictions.get(0).modelVersion());
    }
}

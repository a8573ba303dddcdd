package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lenet.dataset.Split;
import lenet.evaluation.ClassScore;
import lenet.evaluation.Evaluation;
import org.jspecify.annotations.Nullable;

/** A trained network on the test split. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Evaluation", description = "A trained network on the test split.")
record EvaluationResponse(
        @Schema(description = "The job that trained it; absent where a model was asked for") @Nullable
        UUID job,

        @Schema(description = "The model's version; absent where a job was asked for", example = "1") @Nullable
        Long modelVersion,

        @Schema(example = "test") String split,
        @Schema(description = "Number of pictures") int images,
        @Schema(description = "Share of hits") double accuracy,

        @Schema(
                description =
                        "Share of errors, 1 − accuracy; the article prints the accuracy under the name of error rate")
        double errorRate,

        @Schema(description = "Mean cross-entropy in nats") double loss,

        @Schema(
                description =
                        "How far the confidence is from the share of hits: the mean distance over 15 bins of equal "
                                + "width, by their share of pictures",
                example = "0.0024")
        double expectedCalibrationError,

        List<ClassResponse> classes,

        @Schema(description = "How often each true class (row) was taken for each class (column)")
        List<List<Integer>> confusionMatrix) {

    /** How well one class is recognised. */
    @Schema(name = "ClassScore", description = "How well one class is recognised.")
    record ClassResponse(
            int digit,

            @Schema(description = "Share of the pictures taken for this digit that are it")
            double precision,

            @Schema(description = "Share of the digit's pictures that were recognised")
            double recall,

            @Schema(description = "Number of the digit's pictures")
            int support) {

        private static ClassResponse of(ClassScore score) {
            return new ClassResponse(score.digit(), score.precision(), score.recall(), score.support());
        }
    }

    static EvaluationResponse of(EvaluationSubject subject, Evaluation evaluation) {
        return new EvaluationResponse(
                subject.job(),
                subject.modelVersion(),
                Split.TEST.label(),
                evaluation.confusionMatrix().total(),
                evaluation.accuracy(),
                evaluation.errorRate(),
                evaluation.loss(),
                evaluation.reliability().expectedCalibrationError(),
                evaluation.confusionMatrix().classScores().stream()
                        .map(ClassResponse::of)
                        .toList(),
                Arrays.stream(evaluation.confusionMatrix().counts())
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }
}

package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import lenet.evaluation.Evaluation;
import org.jspecify.annotations.Nullable;

/** Test pictures with what the network said, the most confident first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "EvaluationExamples",
        description = "Test pictures with what the network said, the most confident first.")
record EvaluationExamplesResponse(
        @Schema(description = "The job that trained the network; absent where a model was asked for") @Nullable
        UUID job,

        @Schema(description = "The model's version; absent where a job was asked for", example = "1") @Nullable
        Long modelVersion,

        @Schema(description = "Whether the network was right")
        boolean correct,

        @Schema(description = "Number of such pictures in all")
        int total,

        List<ExampleResponse> examples) {

    /** One picture. */
    @Schema(name = "EvaluationExample", description = "One picture and what the network said.")
    record ExampleResponse(
            @Schema(description = "Position in the test split, 0 for the first")
            int index,

            @Schema(description = "The true class") int label,

            @Schema(description = "The class the network said")
            int predicted,

            @Schema(description = "Probability the network gave that class")
            double confidence,

            @Schema(description = "Where the picture is", example = "/api/v1/dataset/test/115")
            String picture) {

        private static ExampleResponse of(Evaluation.Example example) {
            return new ExampleResponse(
                    example.index(),
                    example.label(),
                    example.predicted(),
                    example.confidence(),
                    new ServiceAddress("/api/v1/dataset/test/" + example.index())
                            .uri()
                            .toString());
        }
    }

    static EvaluationExamplesResponse of(
            EvaluationSubject subject, boolean correct, int total, List<Evaluation.Example> examples) {
        return new EvaluationExamplesResponse(
                subject.job(),
                subject.modelVersion(),
                correct,
                total,
                examples.stream().map(ExampleResponse::of).toList());
    }
}

package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import lenet.evaluation.Evaluation;

/** Test pictures with what the network said, the most confident first. */
@Schema(
        name = "EvaluationExamples",
        description = "Test pictures with what the network said, the most confident first.")
record EvaluationExamplesResponse(
        UUID job,

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
                    "/api/v1/dataset/test/" + example.index());
        }
    }

    static EvaluationExamplesResponse of(UUID job, boolean correct, int total, List<Evaluation.Example> examples) {
        return new EvaluationExamplesResponse(
                job, correct, total, examples.stream().map(ExampleResponse::of).toList());
    }
}

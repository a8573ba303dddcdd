package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import lenet.evaluation.Comparison;
import lenet.evaluation.Comparison.Difference;
import lenet.evaluation.McNemar;

/** Two models on the test split. */
@Schema(name = "ModelComparison", description = "Two models on the same pictures of the test split")
record ComparisonResponse(
        ComparedModel a,
        ComparedModel b,

        @Schema(description = "Number of pictures", example = "10000")
        int images,

        @Schema(description = "Pictures that both have right")
        int bothRight,

        @Schema(description = "Pictures that only a has right")
        int onlyARight,

        @Schema(description = "Pictures that only b has right")
        int onlyBRight,

        @Schema(description = "Pictures that neither has right")
        int neitherRight,

        McNemarResponse mcNemar,

        @Schema(description = "Number of pictures that the two take for different digits")
        int differing,

        @Schema(description = "Those of which both are most sure first, at most limit")
        List<DifferenceResponse> differences) {

    /** One of the two. */
    @Schema(name = "ComparedModel", description = "One of the two models")
    record ComparedModel(
            @Schema(example = "1") long version,

            @Schema(description = "Top-1 accuracy, 0 to 1", example = "0.9858")
            double accuracy) {}

    /** Whether the difference may be chance. */
    @Schema(
            name = "McNemar",
            description =
                    "McNemar's test: if both models were equally good, a picture that only one has right would be as"
                            + " likely to fall to either")
    record McNemarResponse(
            @Schema(description = "(|onlyARight − onlyBRight| − 1)² / (onlyARight + onlyBRight)")
            double statistic,

            @Schema(
                    description =
                            "How likely so uneven a fall would be by chance, by the exact binomial test; below 0.05 is"
                                    + " commonly taken for a real difference",
                    example = "0.03")
            double pValue) {

        private static McNemarResponse of(McNemar test) {
            return new McNemarResponse(test.statistic(), test.pValue());
        }
    }

    /** A picture on which the two differ. */
    @Schema(name = "ModelDifference", description = "A picture that the two take for different digits")
    record DifferenceResponse(
            @Schema(description = "Its place in the test split", example = "247")
            int index,

            @Schema(description = "The digit it is", example = "4")
            int label,

            @Schema(description = "What a takes it for", example = "4")
            int a,

            @Schema(description = "How sure a is, 0 to 1") double aConfidence,

            @Schema(description = "What b takes it for", example = "9")
            int b,

            @Schema(description = "How sure b is, 0 to 1") double bConfidence) {

        private static DifferenceResponse of(Difference found) {
            return new DifferenceResponse(
                    found.index(),
                    found.label(),
                    found.first(),
                    found.firstConfidence(),
                    found.second(),
                    found.secondConfidence());
        }
    }

    static ComparisonResponse of(long a, long b, Comparison comparison, int limit) {
        int images = comparison.images().count();
        int bothRight = comparison.count(true, true);
        McNemar test = comparison.mcNemar();
        List<Difference> differences = comparison.differences();
        return new ComparisonResponse(
                new ComparedModel(a, (double) (bothRight + test.onlyFirstRight()) / images),
                new ComparedModel(b, (double) (bothRight + test.onlySecondRight()) / images),
                images,
                bothRight,
                test.onlyFirstRight(),
                test.onlySecondRight(),
                comparison.count(false, false),
                McNemarResponse.of(test),
                differences.size(),
                differences.stream().limit(limit).map(DifferenceResponse::of).toList());
    }
}

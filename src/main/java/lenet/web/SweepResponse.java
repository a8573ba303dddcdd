package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lenet.sweep.Halving;
import lenet.sweep.Method;
import lenet.sweep.Sweep;
import lenet.sweep.SweepReport;
import lenet.sweep.SweepState;
import lenet.sweep.SweptField;
import lenet.training.JobState;
import org.jspecify.annotations.Nullable;

/** A sweep as it stands, its trials ranked. */
@Schema(name = "Sweep", description = "A sweep as it stands, its trials ranked.")
record SweepResponse(
        UUID id,
        @Nullable String name,
        SweepState state,

        @Schema(
                description = "How trials were found",
                allowableValues = {"grid", "random"})
        String method,

        @Schema(
                description = "The figure that ranks",
                allowableValues = {"validationLoss", "validationAccuracy"})
        String objective,

        @Schema(description = "The swept fields", example = "[\"learningRate\"]")
        List<String> fields,

        @Schema(description = "Seed of what was drawn or chosen")
        long seed,

        @Schema(description = "How trials are thinned out; null where they are not") @Nullable
        HalvingResponse halving,

        @Schema(description = "Whether the best model goes live in the end: never or ifBetter")
        String promote,

        @Schema(
                description =
                        "Whether the best model went live, and why; null before the end, and of what ended before this was"
                                + " written down")
        @Nullable
        PromotionResponse promotion,

        @Schema(
                description = "Number of jobs by state; a state without jobs is left out",
                example = "{\"RUNNING\": 1, \"QUEUED\": 8}")
        Map<JobState, Integer> jobs,

        @Schema(description = "The trials, the best first") List<TrialResponse> trials,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** How far halving has come. */
    @Schema(name = "Halving", description = "Successive halving, and how far it has come.")
    record HalvingResponse(
            int eta,
            int minEpochs,

            @Schema(description = "Epochs at whose end trials are compared", example = "[1, 3, 9, 20]")
            List<Integer> rungs,

            @Schema(description = "The rung under way, 1 for the first")
            int rung) {

        private static HalvingResponse of(Halving halving, int rung) {
            return new HalvingResponse(halving.eta(), halving.minEpochs(), halving.rungs(), rung + 1);
        }
    }

    static SweepResponse of(SweepReport report) {
        Sweep sweep = report.sweep();
        Halving halving = sweep.halving();
        return new SweepResponse(
                sweep.id(),
                sweep.name(),
                sweep.state(),
                new Words<>(Method.class).of(sweep.method()),
                Words.MONITORS.of(sweep.objective()),
                sweep.fields().stream().map(SweptField::name).toList(),
                sweep.seed(),
                halving == null ? null : HalvingResponse.of(halving, sweep.rung()),
                Words.PROMOTIONS.of(sweep.promotion()),
                PromotionResponse.of(sweep.outcome()),
                report.counts(),
                report.trials().stream()
                        .map(trial -> TrialResponse.of(trial, sweep.objective()))
                        .toList(),
                sweep.createdAt(),
                sweep.finishedAt());
    }
}

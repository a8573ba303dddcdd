package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lenet.ensemble.EnsembleMember;
import lenet.ensemble.EnsembleRun;
import lenet.ensemble.EnsembleState;
import lenet.training.JobState;
import org.jspecify.annotations.Nullable;

/** An ensemble as it stands. */
@Schema(name = "Ensemble", description = "Networks that are trained to answer together, and become one model.")
record EnsembleResponse(
        UUID id,
        @Nullable String name,
        EnsembleState state,

        @Schema(
                description = "How the answers become one",
                allowableValues = {"average", "add"})
        String combination,

        @Schema(description = "Whether each network trains on what is hard for those before it")
        boolean boosted,

        @Schema(description = "Number of networks it is to have", example = "3")
        int size,

        @Schema(description = "Its networks; of a boosted one those that are trained or train")
        List<MemberResponse> members,

        @Schema(description = "Whether the model goes live in the end: always, ifBetter or never")
        String promote,

        @Schema(description = "Why it FAILED") @Nullable String failure,

        @Schema(description = "The model that it has become, once COMPLETED", example = "7") @Nullable
        Long modelVersion,

        @Schema(
                description =
                        "Whether the model went live, and why; null before the end, and of what ended before this was"
                                + " written down")
        @Nullable
        PromotionResponse promotion,

        Instant createdAt,
        @Nullable Instant finishedAt,

        @Schema(description = "Where to look: self, and model once COMPLETED")
        Map<String, String> links) {

    /** A network of the ensemble. */
    @Schema(name = "EnsembleMember", description = "A network of an ensemble.")
    record MemberResponse(
            @Schema(description = "1 for the first") int member,

            @Schema(description = "The training job; null where the model was there already, or the job is deleted")
            @Nullable
            UUID job,

            @Nullable JobState state,

            @Schema(description = "The network as a model of its own, once it is trained") @Nullable
            Long modelVersion) {}

    static EnsembleResponse of(EnsembleRun run, Map<UUID, JobState> states) {
        String self = EnsembleController.PATH + "/" + run.id();
        return new EnsembleResponse(
                run.id(),
                run.name(),
                run.state(),
                Words.COMBINATIONS.of(run.combination()),
                run.boosted(),
                run.size(),
                run.members().stream().map(member -> member(member, states)).toList(),
                Words.PROMOTIONS.of(run.promotion()),
                run.failure(),
                run.modelVersion(),
                PromotionResponse.of(run.outcome()),
                run.createdAt(),
                run.finishedAt(),
                run.modelVersion() == null
                        ? Map.of("self", self)
                        : Map.of("self", self, "model", ModelController.PATH + "/" + run.modelVersion()));
    }

    private static MemberResponse member(EnsembleMember member, Map<UUID, JobState> states) {
        return new MemberResponse(
                member.number(),
                member.job(),
                member.job() == null ? null : states.get(member.job()),
                member.modelVersion());
    }
}

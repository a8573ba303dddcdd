package lenet.ensemble;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lenet.model.PromotionOutcome;
import lenet.network.Combination;
import lenet.training.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * An ensemble on its way to a model, as the database has it.
 *
 * @param size number of networks it is to have; of a boosted one {@code members} grows to it
 * @param failure why it FAILED
 * @param modelVersion what it has become
 * @param outcome whether that went live, and why
 */
public record EnsembleRun(
        UUID id,
        @Nullable String name,
        Combination combination,
        boolean boosted,
        int size,
        Promotion promotion,
        EnsembleState state,
        @Nullable String failure,
        @Nullable Long modelVersion,
        @Nullable PromotionOutcome outcome,
        Instant createdAt,
        @Nullable Instant finishedAt,
        List<EnsembleMember> members) {

    public EnsembleRun {
        members = List.copyOf(members);
    }

    EnsembleRun with(List<EnsembleMember> itsMembers) {
        return new EnsembleRun(
                id,
                name,
                combination,
                boosted,
                size,
                promotion,
                state,
                failure,
                modelVersion,
                outcome,
                createdAt,
                finishedAt,
                itsMembers);
    }

    /** The versions of the networks that are trained. */
    List<Long> versions() {
        return members.stream()
                .map(EnsembleMember::modelVersion)
                .filter(Objects::nonNull)
                .toList();
    }
}

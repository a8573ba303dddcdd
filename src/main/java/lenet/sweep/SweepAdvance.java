package lenet.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lenet.model.ModelAliases;
import lenet.model.ModelRegistry;
import lenet.training.JobState;
import lenet.training.Promotion;
import lenet.training.TrainingJob;
import lenet.training.TrainingService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a sweep on as far as its jobs allow: to the next rung, or to its end. Any node may try at any time; the sweep's
 * row is locked, so that each step is taken once.
 */
@Component
class SweepAdvance {

    private static final Logger LOG = LoggerFactory.getLogger(SweepAdvance.class);

    private final SweepRepository sweeps;
    private final TrialRuns runs;
    private final TrainingService training;
    private final ModelRegistry registry;
    private final ModelAliases aliases;

    SweepAdvance(
            SweepRepository sweeps,
            TrialRuns runs,
            TrainingService training,
            ModelRegistry registry,
            ModelAliases aliases) {
        this.sweeps = sweeps;
        this.runs = runs;
        this.training = training;
        this.registry = registry;
        this.aliases = aliases;
    }

    /** Takes the steps that are due; none, while jobs train or when the sweep has ended. */
    @Transactional
    void advance(UUID id) {
        // Looked at before it is locked: most of the time there is nothing to do.
        if (sweeps.find(id).filter(this::isDue).isPresent()) {
            sweeps.lock(id).filter(this::isDue).ifPresent(this::step);
        }
    }

    private boolean isDue(Sweep sweep) {
        return sweep.state() == SweepState.RUNNING
                && racing(sweep).stream()
                        .allMatch(run -> isLast(sweep) ? run.hasEnded() : run.hasReached(epochs(sweep)));
    }

    /** The trials of the present rung. */
    private List<TrialRun> racing(Sweep sweep) {
        return runs.of(sweep.id()).stream()
                .filter(run -> run.trial().rung() == sweep.rung())
                .toList();
    }

    private void step(Sweep sweep) {
        List<TrialRun> racing = racing(sweep);
        if (isLast(sweep) || racing.stream().allMatch(TrialRun::hasEnded)) {
            complete(sweep);
        } else {
            climb(sweep, racing);
        }
    }

    private void climb(Sweep sweep, List<TrialRun> racing) {
        Halving halving = Objects.requireNonNull(sweep.halving());
        int epochs = epochs(sweep);
        Comparator<TrialRun> bestFirst =
                Comparator.comparing(run -> run.standingAfter(epochs), Standing.bestFirst(sweep.objective()));
        List<TrialRun> ranked = racing.stream().sorted(bestFirst).toList();
        List<TrialRun> survivors = ranked.stream()
                .limit(halving.survivors(ranked.size()))
                .filter(run -> !run.isOut())
                .toList();
        int next = sweep.rung() + 1;
        Integer pause = halving.isLast(next) ? null : (Integer) halving.epochsOf(next);
        survivors.forEach(run -> letGoOn(run, pause));
        for (int rank = survivors.size() + 1; rank <= ranked.size(); rank++) {
            drop(
                    sweep,
                    ranked.get(rank - 1),
                    "dropped after %s at rank %d of %d".formatted(count(epochs), rank, ranked.size()));
        }
        sweeps.climb(
                sweep.id(),
                next,
                survivors.stream().map(run -> run.trial().number()).toList());
        LOG.info(
                "sweep {}: {} of {} trials go on after {}", sweep.id(), survivors.size(), ranked.size(), count(epochs));
    }

    private static String count(int epochs) {
        return epochs == 1 ? "1 epoch" : epochs + " epochs";
    }

    /** One that somebody has resumed already trains on without a pause. */
    private void letGoOn(TrialRun run, @Nullable Integer pause) {
        TrainingJob job = run.job();
        if (job != null && job.state() == JobState.PAUSED) {
            training.resume(job.id(), pause);
        }
    }

    private void drop(Sweep sweep, TrialRun run, String reason) {
        TrainingJob job = run.job();
        if (job != null && !job.state().isFinal()) {
            training.cancel(job.id(), reason);
            sweeps.endTrial(sweep.id(), run.trial().number(), reason);
        }
    }

    private void complete(Sweep sweep) {
        sweeps.finish(sweep.id(), SweepState.COMPLETED);
        LOG.info("sweep {} completed", sweep.id());
        if (sweep.promotion() != Promotion.NEVER) {
            SweepReport.of(sweep, runs.of(sweep.id())).winner().ifPresent(winner -> promote(sweep, winner));
        }
    }

    private void promote(Sweep sweep, TrainingJob winner) {
        Long version = winner.modelVersion();
        if (version != null) {
            registry.find(version)
                    .map(model -> aliases.promoteIfBetter(model, "won sweep " + sweep.id()))
                    .ifPresent(outcome -> sweeps.saveOutcome(sweep.id(), outcome));
        }
    }

    private static boolean isLast(Sweep sweep) {
        return sweep.halving() == null || sweep.halving().isLast(sweep.rung());
    }

    /** At whose end the trials of the present rung are compared. */
    private static int epochs(Sweep sweep) {
        return Objects.requireNonNull(sweep.halving()).epochsOf(sweep.rung());
    }
}

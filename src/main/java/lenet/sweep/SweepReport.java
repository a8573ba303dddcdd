package lenet.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenet.training.JobState;
import lenet.training.TrainingJob;

/** A sweep and its trials, the best first. */
public record SweepReport(Sweep sweep, List<RankedTrial> trials) {

    public SweepReport {
        trials = List.copyOf(trials);
    }

    static SweepReport of(Sweep sweep, List<TrialRun> runs) {
        Comparator<TrialRun> bestFirst =
                Comparator.comparing(TrialRun::standing, Standing.bestFirst(sweep.objective()));
        List<RankedTrial> trials = new ArrayList<>();
        for (TrialRun run : runs.stream().sorted(bestFirst).toList()) {
            trials.add(new RankedTrial(
                    trials.size() + 1,
                    run.trial(),
                    run.job(),
                    run.isOut(),
                    run.curve().epochs().size(),
                    run.standing().best()));
        }
        return new SweepReport(sweep, trials);
    }

    /** The job of the best trial, if it has come to its end. */
    Optional<TrainingJob> winner() {
        return trials.stream().findFirst().map(RankedTrial::job).filter(job -> job.state() == JobState.COMPLETED);
    }

    /** How many jobs are in each state; deleted ones are in none. */
    public Map<JobState, Integer> counts() {
        Map<JobState, Integer> counts = new EnumMap<>(JobState.class);
        for (RankedTrial trial : trials) {
            TrainingJob job = trial.job();
            if (job != null) {
                counts.merge(job.state(), 1, Integer::sum);
            }
        }
        return counts;
    }
}

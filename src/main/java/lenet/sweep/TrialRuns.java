package lenet.sweep;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lenet.evaluation.LearningCurve;
import lenet.training.TrainingJob;
import lenet.training.TrainingService;
import org.springframework.stereotype.Component;

/** Brings a sweep's trials together with their jobs and curves. */
@Component
class TrialRuns {

    private static final LearningCurve NONE = new LearningCurve(List.of());

    private final SweepRepository sweeps;
    private final TrainingService training;

    TrialRuns(SweepRepository sweeps, TrainingService training) {
        this.sweeps = sweeps;
        this.training = training;
    }

    /** Every trial, in order. */
    List<TrialRun> of(UUID sweep) {
        List<Trial> trials = sweeps.trials(sweep);
        List<UUID> ids =
                trials.stream().map(Trial::job).filter(Objects::nonNull).toList();
        // First the jobs: an epoch that ends in between only makes a curve longer than its job says.
        Map<UUID, TrainingJob> jobs =
                training.findAll(ids).stream().collect(Collectors.toMap(TrainingJob::id, Function.identity()));
        Map<UUID, LearningCurve> curves = training.curves(ids);
        return trials.stream()
                .map(trial -> new TrialRun(
                        trial,
                        trial.job() == null ? null : jobs.get(trial.job()),
                        trial.job() == null ? NONE : curves.getOrDefault(trial.job(), NONE)))
                .toList();
    }
}

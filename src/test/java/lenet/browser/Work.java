package lenet.browser;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lenet.ensemble.EnsembleService;
import lenet.ensemble.EnsembleState;
import lenet.ensemble.NewEnsemble;
import lenet.evaluation.Monitor;
import lenet.network.Combination;
import lenet.network.Optimiser;
import lenet.sweep.Method;
import lenet.sweep.NewSweep;
import lenet.sweep.NewTrial;
import lenet.sweep.SweepService;
import lenet.sweep.SweptField;
import lenet.training.JobState;
import lenet.training.NewTrainingJob;
import lenet.training.Promotion;
import lenet.training.Recipe;
import lenet.training.TrainingService;
import org.jspecify.annotations.Nullable;

/** What the service has to do or has done when a page is looked at. Not for concurrent use. */
final class Work {

    private final TrainingService training;
    private final SweepService sweeps;
    private final EnsembleService ensembles;
    private @Nullable UUID longJob;

    Work(TrainingService training, SweepService sweeps, EnsembleService ensembles) {
        this.training = training;
        this.sweeps = sweeps;
        this.ensembles = ensembles;
    }

    /** A job that is quickly done. */
    String completedJob() {
        UUID id = training.submit(new NewTrainingJob("seen in the browser", null, recipe(2, 2000, 1), Promotion.NEVER))
                .id();
        await().atMost(Duration.ofMinutes(2)).until(() -> training.find(id).state() == JobState.COMPLETED);
        return id.toString();
    }

    /** A sweep of two jobs that are quickly done. */
    String endedSweep() {
        List<NewTrial> trials = Stream.of(0.01, 0.02)
                .map(rate -> new NewTrial(
                        Map.of("learningRate", rate),
                        new NewTrainingJob(null, null, recipe(2, 100, 1), Promotion.NEVER)))
                .toList();
        UUID id = sweeps.submit(
                        new NewSweep(
                                "seen in the browser",
                                Method.GRID,
                                Monitor.VALIDATION_LOSS,
                                List.of(new SweptField("learningRate", true)),
                                42,
                                trials,
                                null,
                                Promotion.NEVER),
                        null)
                .sweep()
                .id();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> sweeps.find(id).counts().keySet().equals(Set.of(JobState.COMPLETED)));
        return id.toString();
    }

    /** The average of two networks that are quickly trained. */
    String endedEnsemble() {
        List<NewTrainingJob> jobs = Stream.of(1L, 2L)
                .map(seed -> new NewTrainingJob(null, null, recipe(2, 100, seed), Promotion.NEVER))
                .toList();
        UUID id = ensembles
                .submit(
                        new NewEnsemble(
                                "seen in the browser",
                                Combination.AVERAGE,
                                jobs.size(),
                                false,
                                jobs,
                                List.of(),
                                Promotion.NEVER),
                        null)
                .id();
        await().atMost(Duration.ofMinutes(2)).until(() -> ensembles.find(id).state() == EnsembleState.COMPLETED);
        return id.toString();
    }

    /** The page's examples are trained in seconds; behind a long job they wait, however slow the page is. */
    void occupyTheEngine() {
        UUID id = training.submit(
                        new NewTrainingJob("occupies the engine", null, recipe(1000, 55_000, 1), Promotion.NEVER))
                .id();
        longJob = id;
        await().atMost(Duration.ofMinutes(2)).until(() -> training.find(id).state() == JobState.RUNNING);
    }

    void releaseTheEngine() {
        if (longJob != null) {
            training.cancel(longJob);
            longJob = null;
        }
    }

    /** The id of the job that was submitted last. */
    UUID newestJob() {
        return training.list(null, 0, 1).jobs().get(0).id();
    }

    /** The article's recipe with momentum. */
    private static Recipe recipe(int epochs, int trainingImages, long seed) {
        Recipe article = Recipe.article("vector", trainingImages);
        return new Recipe(
                article.architecture(),
                article.engine(),
                epochs,
                article.batchSize(),
                article.learningRate(),
                new Optimiser(new Optimiser.Momentum(0.9, false), 0),
                article.learningRateSchedule(),
                seed,
                article.trainingImages(),
                null);
    }
}

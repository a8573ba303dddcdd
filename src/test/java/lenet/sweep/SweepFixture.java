package lenet.sweep;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lenet.evaluation.EpochMetrics;
import lenet.testing.RunningNode;
import lenet.training.JobEvent;
import lenet.training.JobState;
import lenet.training.TrainingJob;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A running service on a database, and what tests of sweeps do with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Started before the first test.
abstract class SweepFixture {

    /** After 1, 3 and 9 epochs: 9 trials, 3, 1. */
    static final Halving HALVING = new Halving(3, 1, 9);

    static final int QUICK = 50;
    static final int SLOW = 1;
    static final int DIVERGES_AT_ONCE = 5;
    static final int ENDLESS = 1000;

    Replica service;

    abstract RunningNode.Database database();

    Replica start(String node) {
        return new Replica(database(), node);
    }

    @BeforeAll
    void startOnce() {
        service = start("one");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    /** Tried again where something ends by itself just then. */
    @AfterEach
    void emptyTheQueue() {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(RuntimeException.class)
                .until(() -> {
                    cancelAll();
                    return service.training().list(JobState.RUNNING, 0, 1).total() == 0;
                });
    }

    private void cancelAll() {
        service.sweeps().list(0, 100).sweeps().stream()
                .map(SweepReport::sweep)
                .filter(sweep -> sweep.state() == SweepState.RUNNING)
                .forEach(sweep -> service.sweeps().cancel(sweep.id()));
        service.training().list(null, 0, 100).jobs().stream()
                .filter(job -> !job.state().isFinal())
                .forEach(job -> service.training().cancel(job.id()));
    }

    UUID submit(NewSweep sweep) {
        return service.sweeps().submit(sweep, null).sweep().id();
    }

    SweepReport ended(UUID sweep) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> service.sweeps().find(sweep).sweep().state() != SweepState.RUNNING);
        return service.sweeps().find(sweep);
    }

    static RankedTrial trial(SweepReport report, int number) {
        return report.trials().stream()
                .filter(trial -> trial.trial().number() == number)
                .findFirst()
                .orElseThrow();
    }

    static TrainingJob job(RankedTrial trial) {
        return Objects.requireNonNull(trial.job());
    }

    String lastReason(RankedTrial trial) {
        List<JobEvent> history = service.training().history(job(trial).id());
        return Objects.requireNonNull(history.get(history.size() - 1).reason());
    }

    /** What two trainings of one recipe have in common: all but the time they took. */
    List<EpochMetrics> epochs(UUID job) {
        return service.training().curve(job).epochs().stream()
                .map(epoch -> new EpochMetrics(
                        epoch.epoch(),
                        epoch.trainingLoss(),
                        epoch.trainingAccuracy(),
                        epoch.validationLoss(),
                        epoch.validationAccuracy(),
                        epoch.learningRate(),
                        0,
                        0))
                .toList();
    }

    Object parameters(UUID job) {
        Long version = Objects.requireNonNull(service.training().find(job).modelVersion());
        return service.registry().find(version).orElseThrow().model().parameters();
    }
}

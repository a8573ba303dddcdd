package lenet.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.Monitor;
import lenet.model.ModelVersion;
import lenet.training.IdempotencyKey;
import lenet.training.JobEvent;
import lenet.training.JobNotFoundException;
import lenet.training.JobState;
import lenet.training.JobStateException;
import lenet.training.NewTrainingJob;
import lenet.training.Promotion;
import lenet.training.TrainingJob;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.ConcurrencyFailureException;

/** What the database promises of sweeps, the same on H2 and on PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Started before the first test.
abstract class SweepContract {

    /** After 1, 3 and 9 epochs: 9 trials, 3, 1. */
    private static final Halving HALVING = new Halving(3, 1, 9);

    private static final int QUICK = 50;
    private static final int SLOW = 1;
    private static final int DIVERGES_AT_ONCE = 5;
    private static final int ENDLESS = 1000;

    private Replica service;

    abstract Replica.Database database();

    private Replica start(String node) {
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

    @Test
    void everyTrialIsAJobOfItsOwn() {
        UUID sweep = submit(Sweeps.of(2, QUICK, null, 0.01, 0.05));

        SweepReport report = ended(sweep);

        assertThat(report.sweep().state()).isEqualTo(SweepState.COMPLETED);
        assertThat(report.counts()).containsOnlyKeys(JobState.COMPLETED).containsEntry(JobState.COMPLETED, 2);
        assertThat(report.trials())
                .extracting(trial -> job(trial).name())
                .containsExactlyInAnyOrder("rates, trial 1", "rates, trial 2");
        assertThat(report.trials())
                .extracting(trial -> job(trial).recipe().learningRate())
                .containsExactlyInAnyOrder(0.01, 0.05);
    }

    @Test
    void jobsOfASweepPromoteNothingThemselves() {
        SweepReport report = service.sweeps().submit(Sweeps.of(2, QUICK, null, 0.01), null);

        assertThat(job(report.trials().get(0)).promotion()).isEqualTo(Promotion.NEVER);
    }

    @Test
    void trialsAreRankedByTheirOwnCurves() {
        SweepReport report = ended(submit(Sweeps.of(3, QUICK, null, 0.01, 0.1, 0.001, 0.05)));

        List<Double> losses = report.trials().stream()
                .map(trial -> service.training().curve(job(trial).id()).epochs().stream()
                        .mapToDouble(EpochMetrics::validationLoss)
                        .min()
                        .orElseThrow())
                .toList();
        assertThat(losses).isSorted();
        assertThat(report.trials())
                .extracting(trial -> Objects.requireNonNull(trial.best()).validationLoss())
                .isEqualTo(losses);
        assertThat(report.trials()).extracting(RankedTrial::rank).containsExactly(1, 2, 3, 4);
    }

    @Test
    void theObjectiveMayBeTheAccuracy() {
        SweepReport report = ended(submit(Sweeps.of(
                "accuracy", Monitor.VALIDATION_ACCURACY, Promotion.NEVER, 3, QUICK, null, 0.01, 0.1, 0.001, 0.05)));

        assertThat(report.trials())
                .extracting(trial -> Objects.requireNonNull(trial.best()).validationAccuracy())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void halvingTrainsTheWorseTrialsNoLongerThanTheirRung() {
        SweepReport report = ended(submit(Sweeps.of(9, QUICK, HALVING, Sweeps.rates(9))));

        assertThat(report.sweep().state()).isEqualTo(SweepState.COMPLETED);
        assertThat(report.trials()).extracting(RankedTrial::epochs).containsExactly(9, 3, 3, 1, 1, 1, 1, 1, 1);
        assertThat(report.trials())
                .extracting(trial -> job(trial).state())
                .startsWith(JobState.COMPLETED)
                .endsWith(JobState.CANCELLED);
    }

    @Test
    void aDroppedTrialSaysWhenAndAtWhichRank() {
        SweepReport report = ended(submit(Sweeps.of(9, QUICK, HALVING, Sweeps.rates(9))));

        assertThat(report.trials())
                .extracting(trial -> trial.trial().ended())
                .containsExactly(
                        null,
                        "dropped after 3 epochs at rank 2 of 3",
                        "dropped after 3 epochs at rank 3 of 3",
                        "dropped after 1 epoch at rank 4 of 9",
                        "dropped after 1 epoch at rank 5 of 9",
                        "dropped after 1 epoch at rank 6 of 9",
                        "dropped after 1 epoch at rank 7 of 9",
                        "dropped after 1 epoch at rank 8 of 9",
                        "dropped after 1 epoch at rank 9 of 9");
        assertThat(lastReason(report.trials().get(8))).isEqualTo("dropped after 1 epoch at rank 9 of 9");
    }

    @Test
    void theSurvivorsCurveIsThatOfAPlainJobBitForBit() {
        SweepReport report = ended(submit(Sweeps.of(9, QUICK, HALVING, Sweeps.rates(4))));
        TrainingJob winner = job(report.trials().get(0));

        TrainingJob plain = service.training().submit(new NewTrainingJob(null, null, winner.recipe(), Promotion.NEVER));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.training().find(plain.id()).state().isFinal());

        assertThat(epochs(winner.id())).hasSize(9).isEqualTo(epochs(plain.id()));
        assertThat(parameters(winner.id())).isEqualTo(parameters(plain.id()));
    }

    @Test
    void aTrialThatFailsRanksLastAndBlocksNothing() {
        SweepReport report = ended(submit(Sweeps.of(9, DIVERGES_AT_ONCE, HALVING, Sweeps.DIVERGING, 0.01, 0.02, 0.03)));

        assertThat(report.sweep().state()).isEqualTo(SweepState.COMPLETED);
        assertThat(report.trials().get(3).trial().number()).isEqualTo(1);
        assertThat(job(report.trials().get(3)).state()).isEqualTo(JobState.FAILED);
        assertThat(report.trials().get(0).epochs()).isEqualTo(9);
    }

    @Test
    void aSweepAllOfWhoseTrialsFailIsCompleted() {
        SweepReport report = ended(submit(Sweeps.of(9, DIVERGES_AT_ONCE, HALVING, Sweeps.DIVERGING, Sweeps.DIVERGING)));

        assertThat(report.counts()).containsOnlyKeys(JobState.FAILED);
    }

    @Test
    void aTrialCancelledByHandRanksLastAndBlocksNothing() {
        SweepReport before = service.sweeps().submit(Sweeps.of(9, SLOW, HALVING, 0.001, 0.002, 0.01), null);
        TrainingJob last = job(trial(before, 3));
        service.training().cancel(last.id());

        SweepReport report = ended(before.sweep().id());

        assertThat(report.trials().get(2).trial().number()).isEqualTo(3);
        assertThat(report.trials().get(2).trial().ended()).isNull();
        assertThat(report.trials().get(0).epochs()).isEqualTo(9);
    }

    @Test
    void aTrialResumedByHandTrainsOnAndIsComparedByItsRung() {
        SweepReport before = service.sweeps().submit(Sweeps.of(9, SLOW, HALVING, 0.0001, 0.002, 0.003), null);
        UUID first = job(trial(before, 1)).id();
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> service.training().find(first).state() == JobState.PAUSED);
        service.training().resume(first, null);

        SweepReport report = ended(before.sweep().id());

        assertThat(report.sweep().state()).isEqualTo(SweepState.COMPLETED);
        assertThat(report.trials().get(0).trial().number()).isNotEqualTo(1);
        assertThat(report.trials().get(0).epochs()).isEqualTo(9);
    }

    @Test
    void aTrialWhoseJobIsDeletedStaysInTheTableWithoutOne() {
        SweepReport before = ended(submit(Sweeps.of(1, QUICK, null, 0.01, 0.05)));
        RankedTrial winner = before.trials().get(0);
        service.training().delete(job(winner).id());

        SweepReport report = service.sweeps().find(before.sweep().id());

        assertThat(report.trials()).hasSize(2);
        assertThat(report.trials().get(1).job()).isNull();
        assertThat(report.trials().get(1).trial().number())
                .isEqualTo(winner.trial().number());
    }

    @Test
    void cancellingEndsEveryJob() {
        UUID sweep = submit(Sweeps.of(ENDLESS, SLOW, null, Sweeps.rates(4)));
        await().until(() -> service.sweeps().find(sweep).counts().containsKey(JobState.RUNNING));

        assertThat(service.sweeps().cancel(sweep).sweep().state()).isEqualTo(SweepState.CANCELLED);

        await().until(() -> service.sweeps().find(sweep).counts().equals(Map.of(JobState.CANCELLED, 4)));
        assertThat(service.sweeps().find(sweep).trials())
                .extracting(trial -> trial.trial().ended())
                .containsOnly("the sweep was cancelled");
    }

    @Test
    void aCancelledSweepStaysSo() {
        UUID sweep = submit(Sweeps.of(ENDLESS, SLOW, HALVING, Sweeps.rates(2)));
        Sweep cancelled = service.sweeps().cancel(sweep).sweep();

        assertThat(service.sweeps().cancel(sweep).sweep()).isEqualTo(cancelled);
    }

    @Test
    void aCompletedSweepCannotBeCancelled() {
        UUID sweep = ended(submit(Sweeps.of(1, QUICK, null, 0.01))).sweep().id();

        assertThatThrownBy(() -> service.sweeps().cancel(sweep))
                .isInstanceOf(SweepStateException.class)
                .hasMessageContaining("is COMPLETED; only a sweep that is RUNNING can be cancelled");
    }

    @Test
    void deletingASweepDeletesItsJobsAndKeepsTheirModels() {
        SweepReport report = ended(submit(Sweeps.of(1, QUICK, null, 0.01)));
        TrainingJob job = job(report.trials().get(0));

        service.sweeps().delete(report.sweep().id());

        assertThatThrownBy(() -> service.sweeps().find(report.sweep().id())).isInstanceOf(SweepNotFoundException.class);
        assertThatThrownBy(() -> service.training().find(job.id())).isInstanceOf(JobNotFoundException.class);
        assertThat(service.registry().find(Objects.requireNonNull(job.modelVersion())))
                .isPresent();
    }

    @Test
    void aRunningSweepCannotBeDeleted() {
        UUID sweep = submit(Sweeps.of(ENDLESS, SLOW, null, 0.01));

        assertThatThrownBy(() -> service.sweeps().delete(sweep))
                .isInstanceOf(SweepStateException.class)
                .hasMessageContaining("CANCELLED or COMPLETED");
    }

    @Test
    void aSweepWithAJobThatWasRetriedCannotBeDeleted() {
        UUID sweep = submit(Sweeps.of(ENDLESS, SLOW, null, 0.01));
        service.sweeps().cancel(sweep);
        await().until(() -> service.sweeps().find(sweep).counts().containsKey(JobState.CANCELLED));
        service.training()
                .retry(job(service.sweeps().find(sweep).trials().get(0)).id());

        assertThatThrownBy(() -> service.sweeps().delete(sweep)).isInstanceOf(JobStateException.class);
        assertThat(service.sweeps().find(sweep).trials()).hasSize(1);
    }

    @Test
    void aSweepThatDoesNotFitIntoTheQueueLeavesNothingBehind() {
        int jobs = service.training().list(null, 0, 1).total();
        int sweeps = service.sweeps().list(0, 1).total();

        assertThatThrownBy(() -> submit(Sweeps.of(1, QUICK, null, Sweeps.rates(Replica.QUEUE_CAPACITY + 2))))
                .isInstanceOf(SweepTooLargeException.class)
                .hasMessageContaining("32 trials do not fit");

        assertThat(service.training().list(null, 0, 1).total()).isEqualTo(jobs);
        assertThat(service.sweeps().list(0, 1).total()).isEqualTo(sweeps);
    }

    @Test
    void theSameKeySubmittedAtOnceOnTwoThreadsMakesOneSweep() throws Exception {
        IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString(), "0".repeat(64));
        NewSweep sweep = Sweeps.of(1, QUICK, null, 0.01);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<SweepReport> first = threads.submit(() -> service.sweeps().submit(sweep, key));
        Future<SweepReport> second = threads.submit(() -> service.sweeps().submit(sweep, key));
        threads.shutdown();

        assertThat(first.get().sweep().id()).isEqualTo(second.get().sweep().id());
    }

    @Test
    void aKeyStandsForOneSweepOnly() {
        String value = UUID.randomUUID().toString();
        NewSweep sweep = Sweeps.of(1, QUICK, null, 0.01);
        service.sweeps().submit(sweep, new IdempotencyKey(value, "0".repeat(64)));

        assertThatThrownBy(() -> service.sweeps().submit(sweep, new IdempotencyKey(value, "1".repeat(64))))
                .isInstanceOf(SweepKeyReusedException.class);
    }

    @Test
    void theWinnerGoesLiveIfItIsBetter() {
        SweepReport poor = ended(submit(Sweeps.of(1, 550, null, 0.0001)));
        service.registry()
                .promote(Objects.requireNonNull(job(poor.trials().get(0)).modelVersion()));

        SweepReport report = ended(
                submit(Sweeps.of("better", Monitor.VALIDATION_LOSS, Promotion.IF_BETTER, 5, QUICK, null, 0.01, 0.1)));

        assertThat(service.registry().live())
                .map(ModelVersion::version)
                .contains(Objects.requireNonNull(job(report.trials().get(0)).modelVersion()));
    }

    @Test
    void aSweepThatWasInterruptedEndsAsIfNothingHadHappened() {
        SweepReport undisturbed = ended(submit(Sweeps.of(9, SLOW, HALVING, Sweeps.rates(4))));
        UUID sweep = submit(Sweeps.of(9, SLOW, HALVING, Sweeps.rates(4)));
        for (int rung = 0; rung < 2; rung++) {
            int reached = rung;
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> service.sweeps().find(sweep).sweep().rung() >= reached);
            service.close();
            service = start("one");
        }

        SweepReport report = ended(sweep);

        assertThat(report.trials())
                .extracting(trial -> trial.trial().number())
                .isEqualTo(undisturbed.trials().stream()
                        .map(trial -> trial.trial().number())
                        .toList());
        for (int rank = 0; rank < 4; rank++) {
            assertThat(epochs(job(report.trials().get(rank)).id()))
                    .isEqualTo(epochs(job(undisturbed.trials().get(rank)).id()));
        }
    }

    @Test
    void twoNodesThatMoveASweepOnAtOnceTakeEachStepOnce() throws Exception {
        try (Replica other = start("two")) {
            UUID sweep = submit(Sweeps.of(9, QUICK, HALVING, Sweeps.rates(9)));
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> hurry = new ArrayList<>();
            for (Replica node : List.of(service, other, service, other)) {
                hurry.add(threads.submit(() -> {
                    while (node.sweeps().find(sweep).sweep().state() == SweepState.RUNNING) {
                        advance(node, sweep);
                    }
                }));
            }
            for (Future<?> each : hurry) {
                each.get();
            }
            threads.shutdown();
            SweepReport report = service.sweeps().find(sweep);

            assertThat(report.trials()).extracting(RankedTrial::epochs).containsExactly(9, 3, 3, 1, 1, 1, 1, 1, 1);
            assertThat(report.trials())
                    .extracting(this::resumptions)
                    .containsExactly(2L, 1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L);
            assertThat(service.training()
                            .curve(job(report.trials().get(0)).id())
                            .epochs())
                    .extracting(EpochMetrics::epoch)
                    .isEqualTo(IntStream.rangeClosed(1, 9).boxed().toList());
        }
    }

    /** As the clock does: what fails because another was faster is tried again; says whether it did not. */
    private static boolean advance(Replica node, UUID sweep) {
        try {
            node.advance().advance(sweep);
            return true;
        } catch (ConcurrencyFailureException e) {
            return false;
        }
    }

    private long resumptions(RankedTrial trial) {
        return service.training().history(job(trial).id()).stream()
                .filter(event -> event.from() == JobState.PAUSED && event.state() == JobState.QUEUED)
                .count();
    }

    private UUID submit(NewSweep sweep) {
        return service.sweeps().submit(sweep, null).sweep().id();
    }

    private SweepReport ended(UUID sweep) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> service.sweeps().find(sweep).sweep().state() != SweepState.RUNNING);
        return service.sweeps().find(sweep);
    }

    private static RankedTrial trial(SweepReport report, int number) {
        return report.trials().stream()
                .filter(trial -> trial.trial().number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static TrainingJob job(RankedTrial trial) {
        return Objects.requireNonNull(trial.job());
    }

    private String lastReason(RankedTrial trial) {
        List<JobEvent> history = service.training().history(job(trial).id());
        return Objects.requireNonNull(history.get(history.size() - 1).reason());
    }

    /** What two trainings of one recipe have in common: all but the time they took. */
    private List<EpochMetrics> epochs(UUID job) {
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

    private Object parameters(UUID job) {
        Long version = Objects.requireNonNull(service.training().find(job).modelVersion());
        return service.registry().find(version).orElseThrow().model().parameters();
    }
}

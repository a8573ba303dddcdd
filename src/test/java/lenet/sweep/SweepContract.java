package lenet.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.Monitor;
import lenet.training.IdempotencyKey;
import lenet.training.JobNotFoundException;
import lenet.training.JobState;
import lenet.training.JobStateException;
import lenet.training.Promotion;
import lenet.training.TrainingJob;
import org.junit.jupiter.api.Test;

/** What the database promises of sweeps, the same on H2 and on PostgreSQL. */
abstract class SweepContract extends SweepFixture {

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
        service.aliases()
                .promote(Objects.requireNonNull(job(poor.trials().get(0)).modelVersion()), "a test");

        SweepReport report = ended(
                submit(Sweeps.of("better", Monitor.VALIDATION_LOSS, Promotion.IF_BETTER, 5, QUICK, null, 0.01, 0.1)));

        assertThat(service.aliases().liveVersion())
                .contains(Objects.requireNonNull(job(report.trials().get(0)).modelVersion()));
        assertThat(Objects.requireNonNull(report.sweep().outcome()).promoted()).isTrue();
    }
}

package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import lenet.evaluation.EpochMetrics;
import lenet.model.PromotionOutcome;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** How jobs are paused, resumed, retried, ordered, bounded and fenced, the same on H2 and on PostgreSQL. */
abstract class JobControlContract extends JobContract {

    private static final String KEY = "a-key";

    @Test
    void aRunningJobIsPausedWithinTwoSeconds() {
        TrainingJob job = submit(1000, 1);
        awaitRunning(job);

        service.training().pause(job.id());

        await().atMost(Duration.ofSeconds(2)).until(() -> state(job.id()) == JobState.PAUSED);
    }

    @Test
    void aQueuedJobIsPausedAtOnceAndDoesNotStart() {
        TrainingJob running = submit(1000, 1);
        awaitRunning(running);
        TrainingJob waiting = submit(1, 550);

        assertThat(service.training().pause(waiting.id()).state()).isEqualTo(JobState.PAUSED);
        service.training().cancel(running.id());
        completed(submit(1, 550));
        assertThat(service.training().find(waiting.id()).attempts()).isZero();
    }

    @Test
    void aPausedJobGoesOnAsIfItHadNeverBeen() {
        TrainingJob undisturbed = completed(submit(180, 1));
        TrainingJob job = submit(180, 1);
        for (int pause = 0; pause < 2; pause++) {
            awaitEpoch(job, 4 * pause + 1);
            service.training().pause(job.id());
            awaitState(job.id(), JobState.PAUSED);
            service.training().resume(job.id(), null);
        }
        TrainingJob paused = completed(job);

        assertThat(parameters(paused)).isEqualTo(parameters(undisturbed));
        assertThat(service.training().curve(job.id()).epochs())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds", "imagesPerSecond")
                .isEqualTo(service.training().curve(undisturbed.id()).epochs());
    }

    @Test
    void aPausedJobSurvivesARestart() {
        TrainingJob job = submit(1000, 1);
        awaitEpoch(job, 1);
        service.training().pause(job.id());
        awaitState(job.id(), JobState.PAUSED);
        restart();

        assertThat(state(job.id())).isEqualTo(JobState.PAUSED);
    }

    @Test
    void aPausedJobIsCancelledAtOnce() {
        TrainingJob job = paused();

        assertThat(service.training().cancel(job.id()).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aJobPausesByItselfAfterTheEpochItWasToldTo() {
        TrainingJob job = service.training()
                .submit(new NewTrainingJob(null, null, service.recipe(5, 32), Promotion.NEVER, 0, null, 2));
        awaitState(job.id(), JobState.PAUSED);

        assertThat(service.training().curve(job.id()).epochs()).hasSize(2);
        assertThat(service.training().history(job.id()))
                .last()
                .extracting(JobEvent::reason)
                .isEqualTo("paused after epoch 2, as asked");

        service.training().resume(job.id(), null);
        assertThat(parameters(completed(job))).isEqualTo(parameters(completed(submit(5, 32))));
    }

    @Test
    void aJobThatIsNotPausedIsNotResumed() {
        TrainingJob job = completed(submit(1, 550));

        assertThatThrownBy(() -> service.training().resume(job.id(), null))
                .isInstanceOf(JobStateException.class)
                .hasMessageContaining("is COMPLETED; only a job that is PAUSED can be resumed");
    }

    @Test
    void aCancelledJobIsRetriedFromWhereItStood() {
        TrainingJob undisturbed = completed(submit(150, 1));
        TrainingJob job = submit(150, 1);
        awaitEpoch(job, 2);
        service.training().cancel(job.id());
        awaitFinal(job.id());

        service.training().retry(job.id());

        assertThat(parameters(completed(job))).isEqualTo(parameters(undisturbed));
        assertThat(epochEvents(job.id()))
                .isEqualTo(IntStream.rangeClosed(1, 150).boxed().toList());
    }

    @Test
    void aCompletedJobIsNotRetried() {
        TrainingJob job = completed(submit(1, 550));

        assertThatThrownBy(() -> service.training().retry(job.id()))
                .isInstanceOf(JobStateException.class)
                .hasMessageContaining("only a job that is CANCELLED or FAILED can be retried");
    }

    @Test
    void aJobThatRunsLongerThanItMayFailsAndCanBeRetried() {
        TrainingJob job = service.training()
                .submit(new NewTrainingJob(
                        null, null, service.recipe(1000, 1), Promotion.NEVER, 0, Duration.ofSeconds(1), null));
        awaitFinal(job.id());

        assertThat(state(job.id())).isEqualTo(JobState.FAILED);
        assertThat(service.training().find(job.id()).failure()).contains("as long as it may");
        int epochs = service.training().curve(job.id()).epochs().size();
        service.training().retry(job.id());
        awaitEpoch(job, epochs + 1);
        service.training().cancel(job.id());
    }

    @Test
    void aJobOfHigherPriorityStartsFirst() {
        TrainingJob blocking = submit(1000, 1);
        awaitRunning(blocking);
        TrainingJob usual = submit(1, 550);
        TrainingJob urgent = service.training()
                .submit(new NewTrainingJob(null, null, service.recipe(1, 550), Promotion.NEVER, 5, null, null));
        service.training().cancel(blocking.id());

        assertThat(started(completed(urgent))).isBefore(started(completed(usual)));
    }

    @Test
    void theSameKeyGivesTheSameJob() {
        TrainingJob first = service.training().submit(wanted(), new IdempotencyKey(KEY, "same"));
        TrainingJob second = service.training().submit(wanted(), new IdempotencyKey(KEY, "same"));

        assertThat(second.id()).isEqualTo(first.id());
        awaitFinal(first.id());
        service.training().delete(first.id());
    }

    @Test
    void theSameKeyForAnotherSubmissionIsRefused() {
        TrainingJob first = service.training().submit(wanted(), new IdempotencyKey(KEY, "one"));

        assertThatThrownBy(() -> service.training().submit(wanted(), new IdempotencyKey(KEY, "another")))
                .isInstanceOf(IdempotencyKeyReusedException.class)
                .hasMessageContaining(first.id().toString());
        awaitFinal(first.id());
        service.training().delete(first.id());
    }

    @Test
    void oneKeySentManyTimesAtOnceMakesOneJob() {
        List<UUID> jobs = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> service.training()
                        .submit(wanted(), new IdempotencyKey("parallel", "same"))
                        .id())
                .distinct()
                .toList();

        assertThat(jobs).hasSize(1);
        awaitFinal(jobs.get(0));
        service.training().delete(jobs.get(0));
    }

    @Test
    void everyChangeOfStateIsInTheHistory() {
        TrainingJob job = paused();
        service.training().resume(job.id(), null);
        awaitRunning(job);
        service.training().cancel(job.id());
        awaitFinal(job.id());

        List<JobEvent> history = service.training().history(job.id());
        assertThat(history)
                .extracting(JobEvent::state)
                .containsExactly(
                        JobState.QUEUED,
                        JobState.RUNNING,
                        JobState.PAUSED,
                        JobState.QUEUED,
                        JobState.RUNNING,
                        JobState.CANCELLED);
        assertThat(history).extracting(JobEvent::from).startsWith(null, JobState.QUEUED, JobState.RUNNING);
        assertThat(history).extracting(JobEvent::node).containsOnly("test");
    }

    @Test
    void whoeverHoldsAnOldLeaseWritesNothing() {
        UUID job = started(1000, 1);
        Lease old = service.training().find(job).lease();
        takeOver(job);
        start(job);

        assertThatThrownBy(() -> service.store().leases().saveProgress(old, 7, 7, 7, Duration.ZERO))
                .isInstanceOf(FencedException.class);
        assertThatThrownBy(() -> service.transitions().fail(old, "late")).isInstanceOf(FencedException.class);
        assertThatThrownBy(() ->
                        transactionally(() -> service.transitions().complete(old, 1, PromotionOutcome.notWanted(1))))
                .isInstanceOf(FencedException.class);
        assertThat(state(job)).isEqualTo(JobState.RUNNING);
        assertThat(service.training().find(job).progress().epoch()).isZero();
        service.transitions().fail(service.training().find(job).lease(), "the test is over");
    }

    @Test
    void aJobWhoseNodeDiesWhileItsCancellationIsOnTheWayIsCancelled() {
        UUID job = started(1000, 1);
        service.training().cancel(job);
        takeOver(job);

        assertThat(state(job)).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aJobWhoseNodeDiesWhileItsPauseIsOnTheWayIsPaused() {
        UUID job = started(1000, 1);
        service.training().pause(job);
        takeOver(job);

        assertThat(state(job)).isEqualTo(JobState.PAUSED);
    }

    @Test
    void aDispatchThatComesTooLateStartsNothing() {
        UUID job = started(1000, 1);
        Dispatch late = service.training().find(job).dispatch();
        takeOver(job);

        assertThat(service.transitions().start(late)).isEmpty();
        assertThat(service.transitions().takeOver(late, "twice")).isFalse();
    }

    @Test
    void aJobWhoseDispatchWasLostIsBroughtBack() {
        TrainingJob blocking = submit(1000, 1);
        awaitRunning(blocking);
        TrainingJob lost = submit(1, 550);
        service.jdbc()
                .sql("delete from scheduled_tasks where task_instance = :dispatch")
                .param("dispatch", lost.dispatch().toString())
                .update();
        service.training().cancel(blocking.id());
        awaitFinal(blocking.id());

        service.housekeeping().bringBackForgotten();

        assertThat(completed(lost).state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void oldCheckpointsAreDroppedAndYoungOnesKept() {
        TrainingJob old = completed(submit(1, 550));
        TrainingJob young = completed(submit(1, 550));
        service.jdbc()
                .sql("update training_job set finished_at = :then where id = :id")
                .param("then", Instant.parse("2020-01-01T00:00:00Z").atOffset(ZoneOffset.UTC))
                .param("id", old.id())
                .update();

        service.housekeeping().dropOldCheckpoints();

        assertThat(checkpoints(old.id())).isZero();
        assertThat(checkpoints(young.id())).isEqualTo(2);
    }

    @Test
    void nothingOfAFailedEndIsKept() {
        int models = models();
        service.jdbc().sql("alter table evaluation rename to evaluation_away").update();
        TrainingJob job;
        try {
            job = completed(submit(1, 550));
        } finally {
            service.jdbc()
                    .sql("alter table evaluation_away rename to evaluation")
                    .update();
        }

        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(models()).isEqualTo(models);
        service.training().retry(job.id());
        assertThat(completed(job).state()).isEqualTo(JobState.COMPLETED);
        assertThat(service.training().curve(job.id()).epochs())
                .extracting(EpochMetrics::epoch)
                .containsExactly(1);
    }

    private NewTrainingJob wanted() {
        return new NewTrainingJob("with a key", null, service.recipe(1, 550), Promotion.NEVER);
    }

    private TrainingJob paused() {
        TrainingJob job = submit(1000, 1);
        awaitRunning(job);
        service.training().pause(job.id());
        awaitState(job.id(), JobState.PAUSED);
        return job;
    }

    private JobState state(UUID job) {
        return service.training().find(job).state();
    }

    private void awaitState(UUID job, JobState state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> state(job) == state);
    }

    private List<Integer> epochEvents(UUID job) {
        return service.training().eventsAfter(job, 0).stream()
                .map(JobEvent::epoch)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Instant started(TrainingJob job) {
        return Objects.requireNonNull(job.startedAt());
    }

    private void transactionally(Runnable work) {
        service.bean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    private int checkpoints(UUID job) {
        return service.jdbc()
                .sql("select count(*) from checkpoint where job_id = :job")
                .param("job", job)
                .query(Integer.class)
                .single();
    }

    private int models() {
        return service.jdbc()
                .sql("select count(*) from model_version")
                .query(Integer.class)
                .single();
    }
}

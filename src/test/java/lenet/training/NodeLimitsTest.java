package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much a node takes on: two jobs at once, three more that wait, and seven that have not ended. */
@Tag("one-jdk")
@SuppressWarnings("NullAway.Init") // Started before every test.
class NodeLimitsTest {

    private RunningService service;

    @BeforeEach
    void start() {
        service = new RunningService(
                "jdbc:h2:mem:limits;DB_CLOSE_DELAY=-1",
                "sa",
                "",
                "--lenet.training.concurrent-jobs=2",
                "--lenet.training.queue-capacity=3",
                "--lenet.training.max-unfinished-jobs=7");
    }

    @AfterEach
    void stop() {
        for (JobState state : new JobState[] {JobState.QUEUED, JobState.PAUSED, JobState.RUNNING}) {
            service.training().list(state, 0, 100).jobs().forEach(job -> service.training()
                    .cancel(job.id()));
        }
        await().until(() -> count(JobState.RUNNING) == 0);
        service.close();
    }

    @Test
    void asManyJobsRunAtOnceAsTheNodeMayTrainAndNoMore() {
        for (int job = 0; job < 3; job++) {
            submit();
        }

        await().until(() -> count(JobState.RUNNING) == 2);
        assertThat(count(JobState.QUEUED)).isEqualTo(1);
    }

    @Test
    void aJobPastTheQueuesBoundIsRefusedAndARetryToo() {
        TrainingJob cancelled = submit();
        service.training().cancel(cancelled.id());
        await().until(() -> count(JobState.CANCELLED) == 1);
        for (int job = 0; job < 2; job++) {
            submit();
        }
        await().until(() -> count(JobState.RUNNING) == 2);
        for (int job = 0; job < 3; job++) {
            submit();
        }

        assertThatThrownBy(this::submit).isInstanceOf(QueueFullException.class);
        assertThatThrownBy(() -> service.training().retry(cancelled.id())).isInstanceOf(QueueFullException.class);
        assertThat(count(JobState.QUEUED)).isEqualTo(3);
    }

    @Test
    void aPausedJobPastTheQueuesBoundIsNotResumedUntilThereIsAPlace() throws Exception {
        for (int job = 0; job < 2; job++) {
            submit();
        }
        await().until(() -> count(JobState.RUNNING) == 2);
        TrainingJob paused = submit();
        service.training().pause(paused.id());
        TrainingJob waiting = submit();
        for (int job = 0; job < 2; job++) {
            submit();
        }

        assertThatThrownBy(() -> service.training().resume(paused.id(), null)).isInstanceOf(QueueFullException.class);
        service.training().cancel(waiting.id());
        assertThat(service.training().resume(paused.id(), null).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void aJobPastTheBoundOfThoseThatHaveNotEndedIsRefused() {
        for (int job = 0; job < 7; job++) {
            service.training().pause(submit().id());
        }

        assertThatThrownBy(this::submit)
                .isInstanceOf(QueueFullException.class)
                .hasMessageStartingWith("7 training jobs wait, run or are paused");
    }

    private TrainingJob submit() {
        return service.training().submit(new NewTrainingJob("job", null, service.recipe(1000, 1), Promotion.NEVER));
    }

    private int count(JobState state) {
        return service.training().list(state, 0, 1).total();
    }
}

package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lenet.evaluation.Monitor;
import lenet.model.ModelVersion;
import lenet.network.Parameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A running service on a database that outlives it, and what tests of jobs do with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Started before the first test.
abstract class JobContract {

    RunningService service;

    abstract RunningService start();

    @BeforeAll
    void startOnce() {
        service = start();
    }

    @BeforeEach
    void emptyTheQueue() {
        cancelAllBut(null);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    void restart() {
        service.close();
        service = start();
    }

    TrainingJob submit(int epochs, int batchSize) {
        return submit(service.recipe(epochs, batchSize));
    }

    TrainingJob submit(Recipe recipe) {
        return service.training().submit(new NewTrainingJob("job", null, recipe, Promotion.NEVER));
    }

    /** No epoch is better than the first by so much. */
    static EarlyStopping stoppingAfterTwoEpochs(boolean restoreBestWeights) {
        return new EarlyStopping(1, 100, Monitor.VALIDATION_LOSS, restoreBestWeights);
    }

    /** A job that the database calls RUNNING and no thread runs: what a crash leaves behind. */
    UUID started(int epochs, int batchSize) {
        TrainingJob blocking = submit(1000, 1);
        awaitRunning(blocking);
        UUID job = submit(epochs, batchSize).id();
        start(job);
        return job;
    }

    void start(UUID job) {
        assertThat(service.transitions().start(service.training().find(job).dispatch()))
                .isPresent();
    }

    void takeOver(UUID job) {
        assertThat(service.transitions().takeOver(service.training().find(job).dispatch(), "it died"))
                .isTrue();
    }

    void awaitRunning(TrainingJob job) {
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> service.training().find(job.id()).state() == JobState.RUNNING);
    }

    TrainingJob completed(TrainingJob job) {
        awaitFinal(job.id());
        return service.training().find(job.id());
    }

    void awaitFinal(UUID id) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> service.training().find(id).state().isFinal());
    }

    void awaitEpoch(TrainingJob job, int epoch) {
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> service.training().curve(job.id()).epochs().size() >= epoch);
    }

    Parameters parameters(TrainingJob job) {
        return model(job).model().parameters();
    }

    ModelVersion model(TrainingJob job) {
        return service.registry()
                .find(Objects.requireNonNull(job.modelVersion()))
                .orElseThrow();
    }

    void cancelAllBut(@Nullable UUID kept) {
        // Those that wait first: they would start when the running one has ended.
        for (JobState state : List.of(JobState.QUEUED, JobState.RUNNING, JobState.PAUSED)) {
            service.training().list(state, 0, 100).jobs().stream()
                    .filter(job -> !job.id().equals(kept))
                    .forEach(job -> {
                        service.training().cancel(job.id());
                        awaitFinal(job.id());
                    });
        }
    }
}

package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import lenet.dataset.Split;
import lenet.evaluation.EpochMetrics;
import lenet.model.BundledModel;
import lenet.model.ModelVersion;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Optimiser;
import org.junit.jupiter.api.Test;

/** What the database promises of jobs and models, the same on H2 and on PostgreSQL. */
abstract class JobStateContract extends JobContract {

    private static final String REASON = "a test";

    @Test
    void aJobIsCompletedWithCurveEvaluationAndModel() {
        TrainingJob job = completed(submit(3, 32));

        assertThat(job.state()).as(job.failure()).isEqualTo(JobState.COMPLETED);
        assertThat(service.training().curve(job.id()).epochs())
                .extracting(EpochMetrics::epoch)
                .containsExactly(1, 2, 3);
        assertThat(service.training().evaluation(job.id(), Split.TEST).accuracy())
                .isGreaterThan(0.5);
        assertThat(model(job).model().provenance().job()).isEqualTo(job.id().toString());
    }

    @Test
    void eventsAreNumberedWithoutGaps() {
        TrainingJob job = completed(submit(2, 32));
        List<JobEvent> events = service.training().eventsAfter(job.id(), 0);

        assertThat(events)
                .extracting(JobEvent::sequence)
                .isEqualTo(IntStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events)
                .extracting(event -> event.kind() == JobEvent.Kind.EPOCH ? event.epoch() : event.state())
                .containsExactly(JobState.QUEUED, JobState.RUNNING, 1, 2, JobState.COMPLETED);
    }

    @Test
    void theNewestJobIsListedFirst() {
        UUID first = completed(submit(1, 550)).id();
        UUID second = completed(submit(1, 550)).id();

        assertThat(service.training().list(null, 0, 2).jobs())
                .extracting(TrainingJob::id)
                .containsExactly(second, first);
        assertThat(service.training().list(JobState.COMPLETED, 1, 1).jobs())
                .extracting(TrainingJob::id)
                .containsExactly(first);
    }

    @Test
    void jobsAreListedInTheOrderThatIsAskedFor() {
        TrainingJob poor = completed(submit(1, 550));
        TrainingJob good = completed(submit(4, 32));
        List<UUID> both = List.of(poor.id(), good.id());

        assertThat(ids(JobOrder.VALIDATION_LOSS, false))
                .filteredOn(both::contains)
                .containsExactly(good.id(), poor.id());
        assertThat(ids(JobOrder.VALIDATION_LOSS, true))
                .filteredOn(both::contains)
                .containsExactly(poor.id(), good.id());
        assertThat(ids(JobOrder.CREATED_AT, false)).filteredOn(both::contains).containsExactlyElementsOf(both);
        assertThat(ids(JobOrder.NAME, true)).containsAll(both);
        assertThat(ids(JobOrder.STATE, false)).containsAll(both);
    }

    private List<UUID> ids(JobOrder order, boolean descending) {
        return service.training().list(null, order, descending, 0, 100).jobs().stream()
                .map(TrainingJob::id)
                .toList();
    }

    @Test
    void aPageSaysHowManyJobsOfItsStateThereAre() {
        int before = service.training().list(JobState.COMPLETED, 0, 1).total();
        completed(submit(1, 550));
        TrainingService.Page page = service.training().list(JobState.COMPLETED, 0, 1);

        assertThat(page.total()).isEqualTo(before + 1);
        assertThat(page.jobs()).extracting(TrainingJob::state).containsExactly(JobState.COMPLETED);
    }

    @Test
    void jobsRunInTheOrderOfTheirArrival() {
        TrainingJob first = submit(3, 32);
        TrainingJob second = submit(1, 550);

        assertThat(completed(second).startedAt())
                .isAfterOrEqualTo(Objects.requireNonNull(completed(first).finishedAt()));
    }

    @Test
    void aRunningJobIsCancelledWithinASecondAndKeepsItsCurve() {
        TrainingJob job = submit(1000, 1);
        awaitEpoch(job, 1);

        service.training().cancel(job.id());

        await().atMost(Duration.ofSeconds(1))
                .until(() -> service.training().find(job.id()).state() == JobState.CANCELLED);
        assertThat(service.training().curve(job.id()).epochs()).isNotEmpty();
    }

    @Test
    void aQueuedJobIsCancelledAtOnce() {
        TrainingJob running = submit(1000, 1);
        TrainingJob waiting = submit(1000, 1);

        assertThat(service.training().cancel(waiting.id()).state()).isEqualTo(JobState.CANCELLED);
        service.training().cancel(running.id());
        awaitFinal(running.id());
    }

    @Test
    void aJobCancelledInTheQueueNeverStarts() {
        TrainingJob running = submit(1000, 1);
        TrainingJob waiting = submit(1, 550);
        service.training().cancel(waiting.id());
        service.training().cancel(running.id());
        completed(submit(1, 550));

        assertThat(service.training().find(waiting.id()).attempts()).isZero();
    }

    @Test
    void deletingAJobKeepsItsModel() {
        TrainingJob job = completed(submit(1, 100));
        ModelVersion model = model(job);

        service.training().delete(job.id());

        assertThatThrownBy(() -> service.training().find(job.id())).isInstanceOf(JobNotFoundException.class);
        assertThat(service.registry().find(model.version())).isPresent();
    }

    @Test
    void deletingAJobDeletesAllThatBelongsToIt() {
        TrainingJob job = completed(submit(1, 100));

        service.training().delete(job.id());

        assertThat(service.store().curves().find(job.id()).epochs()).isEmpty();
        assertThat(service.store().events().after(job.id(), 0)).isEmpty();
        assertThat(service.store().evaluations().find(job.id(), Split.TEST)).isEmpty();
        assertThat(service.store().checkpoints().find(job.id(), Checkpoint.Kind.LAST, ArchitectureCatalogue.LENET5))
                .isEmpty();
    }

    @Test
    void earlyStoppingKeepsTheBestEpochsWeights() {
        TrainingJob stopped = completed(submit(service.recipe(50, 32, stoppingAfterTwoEpochs(true))));

        assertThat(service.training().curve(stopped.id()).epochs()).hasSize(2);
        assertThat(parameters(stopped)).isEqualTo(parameters(completed(submit(1, 32))));
    }

    @Test
    void earlyStoppingKeepsTheLastEpochsWeightsUnlessToldToRestoreTheBest() {
        TrainingJob stopped = completed(submit(service.recipe(50, 32, stoppingAfterTwoEpochs(false))));

        assertThat(parameters(stopped)).isEqualTo(parameters(completed(submit(2, 32))));
    }

    @Test
    void aJobWhoseNodeKeepsDyingBeforeItComesAnyFurtherIsGivenUp() {
        UUID job = started(1000, 1);
        takeOver(job);
        for (int crash = 2; crash <= 5; crash++) {
            start(job);
            takeOver(job);
        }

        assertThat(service.training().find(job).state()).isEqualTo(JobState.FAILED);
        assertThat(service.training().find(job).failure()).contains("died 5 times in a row");
    }

    @Test
    void anOrderlyStopIsNoCrash() {
        TrainingJob job = submit(1000, 1);
        for (int restart = 0; restart < 6; restart++) {
            awaitRunning(job);
            restart();
        }

        assertThat(service.training().find(job.id()).state()).isNotEqualTo(JobState.FAILED);
        service.training().cancel(job.id());
        awaitFinal(job.id());
    }

    @Test
    void aDivergingJobFailsWithItsReason() {
        Recipe wild = service.recipe(5, 1);
        Recipe diverging = new Recipe(
                wild.architecture(),
                wild.engine(),
                5,
                1,
                10,
                new Optimiser(new Optimiser.Momentum(0, false), 1),
                wild.learningRateSchedule(),
                42,
                wild.trainingImages(),
                null);
        TrainingJob job = service.training().submit(new NewTrainingJob(null, null, diverging, Promotion.NEVER));
        awaitFinal(job.id());

        assertThat(service.training().find(job.id()).state()).isEqualTo(JobState.FAILED);
        assertThat(service.training().find(job.id()).failure())
                .contains("diverged")
                .contains("learning rate 10.0");
    }

    @Test
    void aJobForAnEngineThatIsNoLongerThereFailsAndSaysWhichThereAre() {
        Recipe recipe = Recipe.article("vector", 550);
        TrainingJob job = service.training().submit(new NewTrainingJob(null, null, recipe, Promotion.NEVER));

        awaitFinal(job.id());

        assertThat(service.training().find(job.id()).state()).isEqualTo(JobState.FAILED);
        assertThat(service.training().find(job.id()).failure())
                .isEqualTo(
                        "the job trains with engine vector, this service has tiny; submit it again with one of these,"
                                + " or start the service as before");
    }

    @Test
    void aRecipeFromBeforeThereWereSeveralOptimisersIsStillRead() {
        TrainingJob job = completed(submit(1, 550));
        service.jdbc()
                .sql("update training_job set recipe = :recipe where id = :id")
                .param("recipe", RecipeTest.OLD)
                .param("id", job.id())
                .update();

        assertThat(service.training().find(job.id()).recipe().optimiser())
                .isEqualTo(new Optimiser(new Optimiser.Momentum(0.9, false), 0.001));
    }

    @Test
    void theSameModelIsOneVersion() {
        long first = service.registry().add(BundledModel.load()).version();

        assertThat(service.registry().add(BundledModel.load()).version()).isEqualTo(first);
    }

    @Test
    void theModelThatWasLiveIsLiveAfterARestart() {
        ModelVersion model = model(completed(submit(1, 100)));
        service.aliases().promote(model.version(), REASON);
        restart();

        assertThat(service.aliases().liveVersion()).contains(model.version());
        assertThat(service.classification().live().orElseThrow().version()).isEqualTo(model.version());
    }

    @Test
    void onlyABetterModelIsPromotedByItself() {
        service.aliases().promote(service.registry().add(BundledModel.load()).version(), REASON);
        ModelVersion worse = model(completed(submit(1, 550)));

        assertThat(service.aliases().promoteIfBetter(worse, REASON).promoted()).isFalse();
        assertThat(service.aliases().liveVersion()).isNotEqualTo(worse.version());
    }

    @Test
    void aBetterModelIsPromotedByItself() {
        service.aliases().promote(model(completed(submit(1, 550))).version(), REASON);
        ModelVersion better = model(completed(submit(10, 8)));

        assertThat(service.aliases().promoteIfBetter(better, REASON).promoted()).isTrue();
        assertThat(service.classification().live().orElseThrow().version()).isEqualTo(better.version());
    }

    @Test
    void aModelThatIsOnlyAsGoodIsNotPromotedByItself() {
        ModelVersion live = model(completed(submit(1, 100)));
        service.aliases().promote(live.version(), REASON);
        ModelVersion equal = model(completed(submit(1, 100)));

        assertThat(service.aliases().promoteIfBetter(equal, REASON).promoted()).isFalse();
        assertThat(service.classification().live().orElseThrow().version()).isEqualTo(live.version());
    }

    @Test
    void stoppingTheServiceHandsTheRunningJobBackWithinTenSeconds() {
        TrainingJob job = submit(1000, 1);
        awaitEpoch(job, 1);
        long start = System.nanoTime();
        service.close();
        Duration shutdown = Duration.ofNanos(System.nanoTime() - start);
        service = start();

        assertThat(shutdown).isLessThan(Duration.ofSeconds(10));
        assertThat(service.training().history(job.id()))
                .extracting(JobEvent::state)
                .startsWith(JobState.QUEUED, JobState.RUNNING, JobState.INTERRUPTED, JobState.QUEUED);
        assertThat(service.training().history(job.id()).get(2).reason()).isEqualTo("its node was stopped");
    }

    @Test
    void aRestartedServiceEndsAnInterruptedJobAsIfItHadNeverStopped() {
        TrainingJob undisturbed = completed(submit(120, 1));
        TrainingJob job = submit(120, 1);
        awaitEpoch(job, 2);
        restart();
        TrainingJob resumed = completed(job);

        assertThat(resumed.attempts()).isEqualTo(2);
        assertThat(service.training().curve(job.id()).epochs())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds", "imagesPerSecond")
                .isEqualTo(service.training().curve(undisturbed.id()).epochs());
        assertThat(parameters(resumed)).isEqualTo(parameters(undisturbed));
    }

    @Test
    void anInterruptedJobLosesNoEpochToTheRestart() {
        TrainingJob job = submit(120, 1);
        awaitEpoch(job, 2);
        restart();
        completed(job);

        assertThat(service.training().eventsAfter(job.id(), 0))
                .filteredOn(event -> event.kind() == JobEvent.Kind.EPOCH)
                .extracting(JobEvent::epoch)
                .isEqualTo(IntStream.rangeClosed(1, 120).boxed().toList());
    }

    @Test
    void aJobThatWasRunningWhenTheServiceCrashedIsRunAgain() {
        UUID crashed = started(2, 32);
        cancelAllBut(crashed);
        restart();
        TrainingJob job = completed(service.training().find(crashed));

        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        assertThat(service.training().history(crashed))
                .filteredOn(event -> event.state() == JobState.INTERRUPTED)
                .extracting(JobEvent::reason)
                .containsExactly("the service ended while the job was running");
    }

    /** Sooner than anybody would take its node for dead. */
    @Test
    void aJobThatTheServiceHadTakenAndNotStartedWhenItCrashedStartsWithTheService() {
        awaitRunning(submit(1000, 1));
        UUID taken = submit(2, 32).id();
        service.jdbc()
                .sql("update scheduled_tasks set picked = true, picked_by = :node, last_heartbeat = :now"
                        + " where task_instance = :dispatch")
                .param("node", service.bean(Node.class).name())
                .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                .param("dispatch", service.training().find(taken).dispatch().toString())
                .update();
        cancelAllBut(taken);
        restart();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.training().find(taken).state() == JobState.COMPLETED);
    }

    @Test
    void everyJobIsStillListedAfterARestart() {
        completed(submit(1, 550));
        TrainingJob cancelled = submit(1000, 1);
        service.training().cancel(cancelled.id());
        awaitFinal(cancelled.id());
        List<TrainingJob> before = service.training().list(null, 0, 100).jobs();
        restart();

        assertThat(service.training().list(null, 0, 100).jobs()).isEqualTo(before);
    }
}

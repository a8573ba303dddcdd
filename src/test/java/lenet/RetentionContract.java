package lenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import lenet.ensemble.EnsembleService;
import lenet.ensemble.EnsembleState;
import lenet.ensemble.NewEnsemble;
import lenet.model.ModelAliases;
import lenet.model.ModelRegistry;
import lenet.model.ModelRetention;
import lenet.network.Combination;
import lenet.testing.RunningNode;
import lenet.testing.TinyEngine;
import lenet.training.JobState;
import lenet.training.NewTrainingJob;
import lenet.training.Promotion;
import lenet.training.Recipe;
import lenet.training.TrainingJob;
import lenet.training.TrainingService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is removed after a time, and what never is, the same on H2 and on PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Started before the first test.
abstract class RetentionContract {

    private static final Duration AGE = Duration.ofDays(30);

    private RunningNode node;
    private Retention retention;
    private TrainingService training;
    private ModelAliases aliases;

    abstract RunningNode.Database database();

    @BeforeAll
    void start() {
        node = new RunningNode(
                database(),
                "one",
                "--lenet.retention.age=30d",
                "--lenet.retention.models=30d",
                "--lenet.retention.max-jobs=3",
                "--lenet.retention.max-sweeps=2",
                "--lenet.retention.max-events=100");
        retention = node.bean(Retention.class);
        training = node.bean(TrainingService.class);
        aliases = node.bean(ModelAliases.class);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @BeforeEach
    void forgetTheTestBefore() {
        for (String table : List.of("sweep_trial", "sweep", "ensemble_member", "ensemble", "training_job")) {
            jdbc().sql("delete from " + table).update();
        }
    }

    @Test
    void aJobThatEndedLongAgoIsRemovedAndItsModelStays() {
        TrainingJob old = trained();
        TrainingJob recent = trained();
        endedLongAgo("training_job", old.id());

        retention.removeWhatHasEnded();

        assertThat(training.findAll(List.of(old.id(), recent.id())))
                .extracting(TrainingJob::id)
                .containsExactly(recent.id());
        assertThat(isThere(old)).isTrue();
    }

    @Test
    void ofJobsThatHaveEndedTheLastAreKept() {
        List<UUID> all = IntStream.range(0, 5).mapToObj(job -> cancelled()).toList();

        retention.removeWhatHasEnded();

        assertThat(training.findAll(all))
                .extracting(TrainingJob::id)
                .containsExactlyInAnyOrderElementsOf(all.subList(2, 5));
    }

    @Test
    void anEnsembleThatEndedLongAgoGoesBeforeItsJobs() {
        TrainingJob member = trained();
        UUID ensemble = ensembleOf(member);
        jdbc().sql("update ensemble_member set job_id = :job where member = 1")
                .param("job", member.id())
                .update();
        endedLongAgo("training_job", member.id());

        retention.removeWhatHasEnded();
        assertThat(training.findAll(List.of(member.id()))).hasSize(1);

        endedLongAgo("ensemble", ensemble);
        retention.removeWhatHasEnded();
        assertThat(node.bean(EnsembleService.class).list(0, 1).total()).isZero();
        assertThat(training.findAll(List.of(member.id()))).isEmpty();
    }

    @Test
    void ofSweepsThatHaveEndedTheLastAreKeptWithTheirJobs() {
        List<UUID> jobs = IntStream.range(0, 3).mapToObj(this::sweptJob).toList();

        retention.removeWhatHasEnded();

        assertThat(training.findAll(jobs))
                .extracting(TrainingJob::id)
                .containsExactlyInAnyOrderElementsOf(jobs.subList(1, 3));
    }

    @Test
    void aModelThatNobodyNeedsIsRemovedAndTheOthersStay() {
        TrainingJob unneeded = trained();
        TrainingJob earlier = trained();
        TrainingJob present = trained();
        TrainingJob member = trained();
        UUID ensemble = ensembleOf(member);
        long whole = Objects.requireNonNull(
                node.bean(EnsembleService.class).find(ensemble).modelVersion());
        aliases.set("kept", version(earlier), null, "a test");
        aliases.set("kept", version(present), null, "a test");
        jdbc().sql("update model_version set created_at = :then")
                .param("then", longAgo())
                .update();

        node.bean(ModelRetention.class).removeOlderThan(AGE);

        assertThat(isThere(unneeded)).isFalse();
        assertThat(List.of(earlier, present, member)).allMatch(this::isThere);
        assertThat(node.bean(ModelRegistry.class).find(whole)).isPresent();
        assertThat(node.bean(ModelRegistry.class).find(aliases.liveVersion().orElseThrow()))
                .isPresent();
    }

    @Test
    void aJobThatIsMovedAboutKeepsItsLastEvents() {
        UUID job = cancelled();
        for (int i = 0; i < 80; i++) {
            training.retry(job);
            training.cancel(job);
            await().until(() -> training.find(job).state().isFinal());
        }

        retention.removeWhatHasEnded();

        assertThat(training.eventsAfter(job, 0)).hasSize(100);
        assertThat(training.history(job)).last().extracting("state").isEqualTo(JobState.CANCELLED);
    }

    @Test
    void anAliasKeepsItsLastMovesAndRollsBackStill() {
        long first = version(trained());
        long second = version(trained());
        for (int i = 0; i < 60; i++) {
            aliases.set("moved", first, null, "a test");
            aliases.set("moved", second, null, "a test");
        }

        retention.removeWhatHasEnded();

        assertThat(aliases.history("moved").moves()).hasSize(100);
        assertThat(aliases.rollback("moved", null).version()).isEqualTo(first);
    }

    @Test
    void everyTableHasMetersOfItsRowsAndBytes() {
        node.bean(StorageMeters.class).look();

        assertThat(meter("lenet.stored.rows")).isPositive();
        assertThat(meter("lenet.stored")).isGreaterThan(100_000);
    }

    private double meter(String name) {
        return node.bean(MeterRegistry.class)
                .get(name)
                .tag("table", "model_version")
                .gauge()
                .value();
    }

    private TrainingJob trained() {
        TrainingJob job =
                training.submit(new NewTrainingJob("job", null, Recipe.article(TinyEngine.NAME, 550), Promotion.NEVER));
        await().until(() -> training.find(job.id()).state() == JobState.COMPLETED);
        return training.find(job.id());
    }

    private UUID cancelled() {
        Recipe article = Recipe.article(TinyEngine.NAME, 550);
        Recipe endless = new Recipe(
                article.architecture(),
                article.engine(),
                1000,
                1,
                article.learningRate(),
                article.optimiser(),
                article.learningRateSchedule(),
                article.seed(),
                article.trainingImages(),
                null);
        UUID job = training.submit(new NewTrainingJob("endless", null, endless, Promotion.NEVER))
                .id();
        training.cancel(job);
        await().until(() -> training.find(job).state().isFinal());
        return job;
    }

    /** A completed ensemble of one job's network and the live one. */
    private UUID ensembleOf(TrainingJob member) {
        EnsembleService ensembles = node.bean(EnsembleService.class);
        UUID ensemble = ensembles
                .submit(
                        new NewEnsemble(
                                null,
                                Combination.AVERAGE,
                                2,
                                false,
                                List.of(),
                                List.of(version(member), aliases.liveVersion().orElseThrow()),
                                Promotion.NEVER),
                        null)
                .id();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ensembles.find(ensemble).state() == EnsembleState.COMPLETED);
        return ensemble;
    }

    private UUID sweptJob(int number) {
        UUID sweep = UUID.randomUUID();
        UUID job = cancelled();
        jdbc().sql("""
                        insert into sweep (id, method, objective, fields, seed, promotion, state, rung, created_at, finished_at)
                        values (:id, 'GRID', 'VALIDATION_LOSS', '[]', 1, 'NEVER', 'COMPLETED', 0, :now, :now)
                        """)
                .param("id", sweep)
                .param("now", OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(number))
                .update();
        jdbc().sql("""
                        insert into sweep_trial (sweep_id, trial, job_id, settings, rung) values (:sweep, 1, :job, '{}', 0)
                        """).param("sweep", sweep).param("job", job).update();
        return job;
    }

    private static long version(TrainingJob job) {
        return Objects.requireNonNull(job.modelVersion());
    }

    private boolean isThere(TrainingJob job) {
        return node.bean(ModelRegistry.class).find(version(job)).isPresent();
    }

    private void endedLongAgo(String table, UUID id) {
        jdbc().sql("update " + table + " set finished_at = :then where id = :id")
                .param("then", longAgo())
                .param("id", id)
                .update();
    }

    private static OffsetDateTime longAgo() {
        return OffsetDateTime.now(ZoneOffset.UTC).minus(AGE).minusDays(1);
    }

    private JdbcClient jdbc() {
        return node.bean(JdbcClient.class);
    }
}

package lenet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import lenet.dataset.Dataset;
import lenet.network.Engines;
import lenet.testing.OverlappingTransactions;
import lenet.testing.RunningNode;
import lenet.testing.SmallMnist;
import lenet.testing.TinyEngine;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** What several nodes do to one database at the same moment, often enough to be caught at it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Set before the first test.
abstract class ModelRegistryContract {

    private static final int NODES = 8;
    private static final int ROUNDS = 10;

    private AnnotationConfigApplicationContext context;
    private ModelRegistry registry;
    private ModelAliases aliases;
    private JdbcClient jdbc;

    /** An empty database. */
    abstract RunningNode.Database database();

    @BeforeAll
    void createsTheSchema() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database().url());
        pool.setUsername(database().username());
        pool.setPassword(database().password());
        Flyway.configure()
                .dataSource(pool)
                .javaMigrations(new ModelDescriptions())
                .load()
                .migrate();
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> pool);
        context.register(Beans.class);
        context.refresh();
        registry = context.getBean(ModelRegistry.class);
        aliases = context.getBean(ModelAliases.class);
        jdbc = context.getBean(JdbcClient.class);
    }

    @AfterAll
    void closesThePool() {
        context.close();
    }

    @BeforeEach
    void emptiesTheRegistry() {
        for (String table : List.of("model_alias", "model_alias_move", "model_version")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @RepeatedTest(ROUNDS)
    void nodesThatStartTogetherOnAnEmptyDatabaseInstallOneModel() throws Exception {
        together(IntStream.range(0, NODES)
                .<Runnable>mapToObj(node -> new BundledModelInstaller(registry, aliases)::afterPropertiesSet)
                .toList());

        assertThat(jdbc.sql("select version from model_version")
                        .query(Long.class)
                        .list())
                .isEqualTo(aliases.liveVersion().stream().toList())
                .hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void ofModelsThatFinishTogetherTheBestGoesLive() throws Exception {
        new BundledModelInstaller(registry, aliases).afterPropertiesSet();
        List<ModelVersion> candidates = IntStream.range(0, NODES)
                .mapToObj(node -> registry.add(withValidationAccuracy(0.999 + node * 1e-4)))
                .toList();

        together(candidates.stream()
                .<Runnable>map(candidate -> () -> aliases.promoteIfBetter(candidate, "a test"))
                .toList());

        assertThat(aliases.liveVersion()).contains(candidates.get(NODES - 1).version());
    }

    @RepeatedTest(ROUNDS)
    void ofThoseWhoMoveAnAliasFromTheSameVersionOneSucceeds() throws Exception {
        new BundledModelInstaller(registry, aliases).afterPropertiesSet();
        long from = aliases.liveVersion().orElseThrow();
        List<Long> wanted = IntStream.range(0, NODES)
                .mapToObj(node ->
                        registry.add(withValidationAccuracy(0.5 + node * 1e-4)).version())
                .toList();
        AtomicInteger refused = new AtomicInteger();

        together(wanted.stream()
                .<Runnable>map(version -> () -> {
                    try {
                        aliases.set("live", version, from, "a test");
                    } catch (AliasMovedException e) {
                        refused.incrementAndGet();
                    }
                })
                .toList());

        assertThat(refused).hasValue(NODES - 1);
        assertThat(aliases.history("live").moves()).hasSize(2);
    }

    @RepeatedTest(ROUNDS)
    void anAliasThatSeveralCreateAtOnceIsCreatedOnceAndMovedByTheOthers() throws Exception {
        List<Long> wanted = IntStream.range(0, NODES)
                .mapToObj(node ->
                        registry.add(withValidationAccuracy(0.6 + node * 1e-4)).version())
                .toList();

        together(wanted.stream()
                .<Runnable>map(version -> () -> aliases.set("candidate", version, null, "a test"))
                .toList());

        assertThat(aliases.history("candidate").moves())
                .extracting(AliasMove::sequence)
                .isEqualTo(IntStream.rangeClosed(1, NODES).boxed().toList());
    }

    @Test
    void aModelIsNotDeletedWhileAnAliasIsBeingPointedAtIt() throws Exception {
        long version = registry.add(withValidationAccuracy(0.7)).version();

        Future<?> deletion = duringTransaction(
                () -> aliases.set("candidate", version, null, "a test"), () -> registry.delete(version));

        assertThatThrownBy(deletion::get).hasCauseInstanceOf(ModelInUseException.class);
        assertThat(registry.find(version)).isPresent();
    }

    @Test
    void anAliasIsNotPointedAtAModelThatIsBeingDeleted() throws Exception {
        long version = registry.add(withValidationAccuracy(0.7)).version();

        Future<?> setting = duringTransaction(
                () -> registry.delete(version), () -> aliases.set("candidate", version, null, "a test"));

        assertThatThrownBy(setting::get).hasCauseInstanceOf(ModelNotFoundException.class);
        assertThat(aliases.all()).isEmpty();
    }

    private Future<?> duringTransaction(Runnable first, Runnable second) {
        return new OverlappingTransactions(context.getBean(TransactionTemplate.class)).run(first, second);
    }

    private static TrainedModel withValidationAccuracy(double accuracy) {
        TrainedModel bundled = BundledModel.load();
        return new TrainedModel(
                bundled.architecture(),
                bundled.scaling(),
                bundled.parameters(),
                bundled.provenance(),
                new Scores(accuracy, 0.01, 0.99, 0.01));
    }

    private static void together(List<Runnable> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (Runnable work : works) {
                runs.add(threads.submit(() -> {
                    start.await();
                    work.run();
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @Import({ModelRegistry.class, ModelQuota.class, ModelAliases.class, AliasRepository.class})
    static class Beans {

        @Bean
        PlatformTransactionManager transactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        JdbcClient jdbc(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        Engines engines() {
            return new Engines(List.of(new TinyEngine()));
        }

        @Bean
        Dataset dataset() {
            return SmallMnist.load();
        }

        @Bean
        ModelProperties properties() {
            return new ModelProperties(100, DataSize.ofMegabytes(100), 100);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}

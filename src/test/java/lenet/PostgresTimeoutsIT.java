package lenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import lenet.testing.Needs;
import lenet.testing.PostgresServer;
import lenet.testing.RunningNode;
import lenet.training.DatabaseOutage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a connection to PostgreSQL 17 does when its client falls silent in a transaction. The second one falls silent while
 * the first one is waited for.
 */
@Needs.Postgres
@TestMethodOrder(OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // Set before the first test.
class PostgresTimeoutsIT {

    private static final int IDLE = 1;
    private static final int HALF_SENT = 2;
    private static final byte[] CHECKPOINT = new byte[1_000_000];

    private static PostgresServer postgres;
    private static HikariDataSource direct;
    private static HikariDataSource throughTheRelay;
    private static StallingRelay relay;

    @BeforeAll
    static void aTransactionFallsSilentWithinAStatement() throws Exception {
        postgres = new PostgresServer();
        direct = pool(postgres.port());
        JdbcClient jdbc = JdbcClient.create(direct);
        jdbc.sql("create table job (id integer, checkpoint bytea)").update();
        jdbc.sql("insert into job (id) values (1), (2)").update();

        relay = new StallingRelay("localhost", postgres.port());
        throughTheRelay = pool(relay.port());
        Connection connection = throughTheRelay.getConnection();
        connection.setAutoCommit(false);
        JdbcClient silent = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        lock(silent, HALF_SENT);
        relay.stallAfter(CHECKPOINT.length / 2);
        CompletableFuture<Void> update =
                CompletableFuture.runAsync(() -> silent.sql("update job set checkpoint = :checkpoint")
                        .param("checkpoint", CHECKPOINT)
                        .update());
        assertThat(update).isNotDone();
    }

    @AfterAll
    static void closesThePools() throws Exception {
        relay.close();
        throughTheRelay.close();
        direct.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void aTransactionThatFallsSilentGivesItsLocksBackAndFailsLikeAnOutage() {
        JdbcClient jdbc = JdbcClient.create(direct);
        TransactionTemplate silent = new TransactionTemplate(new JdbcTransactionManager(direct));

        Throwable failure = catchThrowable(() -> silent.executeWithoutResult(begun -> {
            lock(jdbc, IDLE);
            awaitLock(IDLE);
            lock(jdbc, IDLE);
        }));

        assertThat(failure).matches(DatabaseOutage::isCauseOf, "an outage");
    }

    @Test
    @Order(2)
    void aTransactionWhoseStatementIsNeverSentToItsEndGivesItsLocksBack() {
        awaitLock(HALF_SENT);
    }

    /** On another thread and so in another transaction than the one that has the lock. */
    private static void awaitLock(int id) {
        await().atMost(Duration.ofSeconds(40))
                .ignoreExceptions()
                .untilAsserted(() -> lock(JdbcClient.create(direct), id));
    }

    private static void lock(JdbcClient jdbc, int id) {
        jdbc.sql("select id from job where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static HikariDataSource pool(int port) {
        RunningNode.Database database = postgres.database();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url().replace(":" + postgres.port(), ":" + port));
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        new PostgresTimeouts().postProcessBeforeInitialization(pool, "dataSource");
        return pool;
    }
}

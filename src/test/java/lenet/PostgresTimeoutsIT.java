package lenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import lenet.training.DatabaseOutage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** What a connection to PostgreSQL 17 does when its client falls silent. */
@Testcontainers
class PostgresTimeoutsIT {

    @Container
    static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:17");

    private static final HikariDataSource POOL = new HikariDataSource();
    private static final JdbcClient JDBC = JdbcClient.create(POOL);

    @BeforeAll
    static void createsATableWithOneRow() {
        POOL.setJdbcUrl(POSTGRES.getJdbcUrl());
        POOL.setUsername(POSTGRES.getUsername());
        POOL.setPassword(POSTGRES.getPassword());
        new PostgresTimeouts().postProcessBeforeInitialization(POOL, "dataSource");
        JDBC.sql("create table job (id integer)").update();
        JDBC.sql("insert into job values (1)").update();
    }

    @AfterAll
    static void closesThePool() {
        POOL.close();
    }

    @Test
    void aTransactionThatFallsSilentGivesItsLocksBackAndFailsLikeAnOutage() {
        TransactionTemplate silent = new TransactionTemplate(new JdbcTransactionManager(POOL));

        Throwable failure = catchThrowable(() -> silent.executeWithoutResult(begun -> {
            lock();
            // On another thread, so outside of this transaction.
            await().atMost(Duration.ofSeconds(40)).ignoreExceptions().untilAsserted(PostgresTimeoutsIT::lock);
            lock();
        }));

        assertThat(failure).matches(DatabaseOutage::isCauseOf, "an outage");
    }

    private static void lock() {
        JDBC.sql("select id from job for update").query(Integer.class).single();
    }
}

package lenet;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Shows Prometheus how much each table holds, as looked up a moment ago: a scrape never waits for the database. */
@Component
class StorageMeters {

    private static final List<String> TABLES = List.of(
            "model_version",
            "model_alias",
            "model_alias_move",
            "training_job",
            "training_job_event",
            "epoch_metrics",
            "checkpoint",
            "evaluation",
            "sweep",
            "sweep_trial",
            "ensemble",
            "ensemble_member",
            "scheduled_tasks");

    private final JdbcClient jdbc;
    private final DatabaseDriver database;
    private final Map<String, Long> rows = new ConcurrentHashMap<>();
    private final Map<String, Long> bytes = new ConcurrentHashMap<>();

    StorageMeters(JdbcClient jdbc, DatabaseDriver database, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.database = database;
        for (String table : TABLES) {
            Gauge.builder("lenet.stored.rows", () -> rows.getOrDefault(table, 0L))
                    .description("Rows of a table, counted every minute")
                    .tag("table", table)
                    .register(registry);
            Gauge.builder("lenet.stored", () -> bytes.getOrDefault(table, 0L))
                    .description("Room that a table takes in the database, looked up every minute")
                    .baseUnit(BaseUnits.BYTES)
                    .tag("table", table)
                    .register(registry);
        }
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void look() {
        for (String table : TABLES) {
            rows.put(table, number("select count(*) from " + table));
            bytes.put(
                    table,
                    number(
                            database == DatabaseDriver.H2
                                    ? "select db_object_approximate_total_size('TABLE', 'PUBLIC', '%s')"
                                            .formatted(table.toUpperCase(Locale.ROOT))
                                    : "select pg_total_relation_size('%s')".formatted(table)));
        }
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

package lenet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Two nodes on one database, of which one is frozen, taken for dead, and wakes up again. */
@Testcontainers
class FrozenNodeIT {

    private static final boolean FULL =
            System.getProperty("lenet.faults", "bounded").equals("full");
    private static final String RECIPE = """
            {"epochs": 25, "trainingImages": 55000, "promote": "never"}
            """;

    @Container
    static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:17");

    @Test
    void aFrozenNodeLosesItsJobWritesNothingMoreAndStops() throws Exception {
        try (NodeProcess first = node("frozen-1");
                NodeProcess second = node("frozen-2")) {
            first.start();
            first.awaitReady();
            String job = first.submit(RECIPE);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> first.list(job, "/curves", "$.epochs[*]").size() >= 2);
            String firstName = first.text(job, "$.node");
            second.start();
            second.awaitReady();

            first.freeze();
            long frozen = System.nanoTime();
            await().atMost(Duration.ofSeconds(FULL ? 65 : 15))
                    .until(() -> second.text(job, "$.attempts").equals("2"));
            Duration takeover = Duration.ofNanos(System.nanoTime() - frozen);
            first.thaw();

            second.awaitState(job, "COMPLETED", Duration.ofMinutes(3));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> first.log().contains("has moved on from attempt 1; this node stops training it"));
            assertThat(takeover).isLessThan(Duration.ofSeconds(60));
            assertThat(first.get("/actuator/prometheus").body()).contains("lenet_training_fenced_writes_total 1.0");
            assertThat(second.get("/actuator/prometheus").body()).contains("lenet_training_takeovers_total 1.0");
            assertThat(second.list(job, "/history", "$.transitions[?(@.to == 'COMPLETED')].node"))
                    .hasSize(1)
                    .doesNotContain(firstName);
            assertThat(second.list(job, "/history", "$.transitions[*].to"))
                    .containsExactly("QUEUED", "RUNNING", "INTERRUPTED", "QUEUED", "RUNNING", "COMPLETED");
            String undisturbed = second.submit(RECIPE);
            second.awaitState(undisturbed, "COMPLETED", Duration.ofMinutes(3));
            assertThat(second.curve(job)).isEqualTo(second.curve(undisturbed));
        }
    }

    private static NodeProcess node(String name) {
        return new NodeProcess(
                name,
                List.of(
                        "--spring.datasource.url=" + POSTGRES.getJdbcUrl(),
                        "--spring.datasource.username=" + POSTGRES.getUsername(),
                        "--spring.datasource.password=" + POSTGRES.getPassword(),
                        "--db-scheduler.heartbeat-interval=" + (FULL ? "10s" : "2s")));
    }
}

package lenet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import lenet.testing.FaultScale;
import lenet.testing.Needs;
import lenet.testing.PostgresServer;
import lenet.testing.RunningNode;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two nodes on one database, of which one is frozen, taken for dead, and wakes up again. */
@Needs.Postgres
class FrozenNodeIT {

    private static final Logger LOG = LoggerFactory.getLogger(FrozenNodeIT.class);
    private static final FaultScale SCALE = FaultScale.chosen();

    /** A minute is what is promised; four heartbeats and two looks is what the settings say. */
    private static final Duration PATIENCE = Duration.ofSeconds(SCALE == FaultScale.FULL ? 60 : 20);

    private static final String RECIPE = """
            {"epochs": 5, "trainingImages": 15000, "promote": "never"}
            """;

    private static final RunningNode.Database DATABASE = PostgresServer.newDatabase();

    @Test
    void aFrozenNodeLosesItsJobWritesNothingMoreAndStops() throws Exception {
        try (NodeProcess first = node("frozen-1");
                NodeProcess second = node("frozen-2")) {
            first.start();
            second.start();
            first.awaitReady();
            second.awaitReady();
            String job = first.submit(RECIPE);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> first.list(job, "/curves", "$.epochs[*]").size() >= 2);
            String name = first.text(job, "$.node");
            NodeProcess frozen = first.isNamed(name) ? first : second;
            NodeProcess other = frozen == first ? second : first;

            frozen.freeze();
            long start = System.nanoTime();
            await().atMost(PATIENCE).until(() -> other.text(job, "$.attempts").equals("2"));
            LOG.info("taken over after {} s", (System.nanoTime() - start) / 1_000_000_000);
            frozen.thaw();

            other.awaitState(job, "COMPLETED", Duration.ofMinutes(3));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> frozen.log().contains("has moved on from attempt 1; this node stops training it"));
            assertThat(frozen.get("/actuator/prometheus").body()).contains("lenet_training_fenced_writes_total 1.0");
            assertThat(other.get("/actuator/prometheus").body()).contains("lenet_training_takeovers_total 1.0");
            assertThat(other.list(job, "/history", "$.transitions[?(@.to == 'COMPLETED')].node"))
                    .hasSize(1)
                    .doesNotContain(name);
            assertThat(other.list(job, "/history", "$.transitions[*].to"))
                    .containsExactly("QUEUED", "RUNNING", "INTERRUPTED", "QUEUED", "RUNNING", "COMPLETED");
            String undisturbed = other.submit(RECIPE);
            other.awaitState(undisturbed, "COMPLETED", Duration.ofMinutes(3));
            assertThat(other.curve(job)).isEqualTo(other.curve(undisturbed));
        }
    }

    private static NodeProcess node(String name) {
        return new NodeProcess(
                name,
                List.of(
                        "--spring.datasource.url=" + DATABASE.url(),
                        "--spring.datasource.username=" + DATABASE.username(),
                        "--spring.datasource.password=" + DATABASE.password(),
                        "--db-scheduler.heartbeat-interval=" + SCALE.heartbeat().toSeconds() + "s"));
    }
}

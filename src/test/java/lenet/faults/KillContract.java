package lenet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import lenet.testing.FaultScale;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One job whose process is killed again and again, at random moments, the first while it runs, some of
 * the others before its process has started.
 */
abstract class KillContract {

    private static final Logger LOG = LoggerFactory.getLogger(KillContract.class);
    private static final int KILLS = FaultScale.chosen().kills();
    private static final int LONGEST_LIFE_MILLIS = 600;

    /** Momentum and a schedule have more to remember than plain descent has. */
    private static final String RECIPE = """
            {"epochs": %d, "trainingImages": 10000, "batchSize": 32, "optimiser": "adam",
             "learningRateSchedule": "cosine", "promote": "never"}
            """.formatted(4 * KILLS + 3);

    abstract String url();

    abstract String username();

    abstract String password();

    @Test
    void aJobThatIsKilledAgainAndAgainEndsWithTheWeightsOfOneThatIsNot() throws Exception {
        long seed = System.nanoTime();
        LOG.info("seed {}", seed);
        Random random = new Random(seed);
        List<Object> killedCurve;
        List<Object> curve;
        String killed;
        String undisturbed;
        try (NodeProcess node = new NodeProcess(getClass().getSimpleName(), settings())) {
            node.start();
            node.awaitReady();
            killed = node.submit(RECIPE);
            for (int kill = 1; kill <= KILLS; kill++) {
                if (kill == 1 || random.nextInt(4) > 0) {
                    node.awaitReady();
                    node.awaitState(killed, "RUNNING", Duration.ofSeconds(60));
                }
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                node.kill();
                LOG.info("kill {} of {}", kill, KILLS);
                node.start();
            }
            node.awaitReady();
            assertThat(node.state(killed))
                    .as("it must not have ended before the last kill")
                    .isEqualTo("RUNNING");
            node.awaitState(killed, "COMPLETED", Duration.ofMinutes(5));
            undisturbed = node.submit(RECIPE);
            node.awaitState(undisturbed, "COMPLETED", Duration.ofMinutes(5));

            killedCurve = node.curve(killed);
            curve = node.curve(undisturbed);
            List<Object> ends = node.list(killed, "/history", "$.transitions[?(@.to == 'COMPLETED')].from");
            List<Object> interruptions = node.list(killed, "/history", "$.transitions[?(@.to == 'INTERRUPTED')].from");
            LOG.info("{} kills, {} of them while the job ran", KILLS, interruptions.size());
            assertThat(ends).containsExactly("RUNNING");
            assertThat(interruptions).isNotEmpty().hasSizeLessThanOrEqualTo(KILLS);
        }

        assertThat(killedCurve).isEqualTo(curve);
        assertThat(checkpoint(killed)).containsExactly(checkpoint(undisturbed).toArray(new byte[0][]));
        assertThat(models(killed)).isEqualTo(1);
    }

    private List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + url(),
                "--spring.datasource.username=" + username(),
                "--spring.datasource.password=" + password(),
                "--lenet.training.checkpoint-interval=200ms",
                // Some lives are too short for any progress.
                "--lenet.training.max-attempts=100");
    }

    /** Weights and the optimiser's state after the last epoch. */
    private List<byte[]> checkpoint(String job) throws SQLException {
        List<byte[]> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url(), username(), password());
                PreparedStatement query = connection.prepareStatement(
                        "select parameters, optimiser_state from checkpoint where job_id = ? and kind = 'LAST'")) {
            query.setObject(1, UUID.fromString(job));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getBytes("parameters"));
                    found.add(rows.getBytes("optimiser_state"));
                }
            }
        }
        return found;
    }

    private int models(String job) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), username(), password());
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from model_version where job_id = ?")) {
            query.setObject(1, UUID.fromString(job));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}

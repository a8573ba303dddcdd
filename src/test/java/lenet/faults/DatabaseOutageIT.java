package lenet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import lenet.testing.Needs;
import lenet.testing.PostgresServer;
import lenet.testing.RunningNode;
import org.junit.jupiter.api.Test;

/** PostgreSQL is stopped in the middle of a job, for 30 seconds with {@code -Dfaults=full}. */
@Needs.Postgres
class DatabaseOutageIT {

    private static final Duration OUTAGE =
            Duration.ofSeconds(System.getProperty("faults", "bounded").equals("full") ? 30 : 12);
    private static final String RECIPE = """
            {"epochs": 5, "trainingImages": 20000, "promote": "never"}
            """;

    @Test
    void theJobWaitsTheApiSaysSoAndClassificationAnswers() throws Exception {
        try (PostgresServer postgres = new PostgresServer();
                NodeProcess node = new NodeProcess("outage", settings(postgres.database()))) {
            node.start();
            node.awaitReady();
            byte[] seven = node.png("/api/v1/dataset/test/0");
            String job = node.submit(RECIPE);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> node.list(job, "/curves", "$.epochs[*]").size() >= 2);

            postgres.stop();
            long stopped = System.nanoTime();
            while (System.nanoTime() - stopped < OUTAGE.toNanos()) {
                assertThat(digit(node, seven)).isEqualTo(7);
                assertSaysThatTheDatabaseIsAway(node.get(NodeProcess.JOBS + "/" + job));
                assertSaysThatTheDatabaseIsAway(
                        node.post(NodeProcess.JOBS, "application/json", "{}".getBytes(StandardCharsets.UTF_8)));
                HttpResponse<String> readiness = node.get("/actuator/health/readiness");
                assertThat(readiness.statusCode()).isEqualTo(503);
                assertThat(JsonPath.<String>read(readiness.body(), "$.components.db.status"))
                        .isEqualTo("DOWN");
                assertThat(node.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            }
            postgres.start();

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> node.get("/actuator/health/readiness").statusCode() == 200);
            node.awaitState(job, "COMPLETED", Duration.ofMinutes(3));
            assertThat(node.text(job, "$.attempts")).isEqualTo("1");
            assertThat(node.log().lines().filter(line -> line.contains("The database ")))
                    .as("what the log says of the outage")
                    .satisfiesExactly(
                            line -> assertThat(line).contains("WARN", "The database does not answer ("),
                            line -> assertThat(line).contains("INFO", "The database answers again, after "));
            assertThat(node.log()).doesNotContainPattern("\\R\\s+at [a-z]");
            assertThat(node.log().lines().filter(line -> line.contains(" WARN ") || line.contains(" ERROR ")))
                    .hasSize(1);
            String undisturbed = node.submit(RECIPE);
            node.awaitState(undisturbed, "COMPLETED", Duration.ofMinutes(3));
            assertThat(node.curve(job)).isEqualTo(node.curve(undisturbed));
        }
    }

    private static void assertSaysThatTheDatabaseIsAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("/problems/unavailable", "the database does not answer");
    }

    private static int digit(NodeProcess node, byte[] png) {
        return JsonPath.read(
                node.post("/api/v1/classifications", "image/png", png).body(), "$.digit");
    }

    private static List<String> settings(RunningNode.Database database) {
        return List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password());
    }
}

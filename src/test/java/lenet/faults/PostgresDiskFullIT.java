package lenet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lenet.testing.Needs;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The file system of PostgreSQL's tables is full in the middle of a job, and has room again. */
@Needs.Docker
@Testcontainers
class PostgresDiskFullIT {

    private static final String TABLES = "/var/lib/postgresql/data";
    private static final String FILLER = TABLES + "/filler";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RECIPE = """
            {"epochs": 20, "trainingImages": 5000, "promote": "never"}
            """;

    /** Its log has room: without that, PostgreSQL itself ends, which is an outage as any other. */
    @Container
    static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:17")
            .withTmpFs(Map.of(TABLES, "size=128m"))
            .withEnv("POSTGRES_INITDB_WALDIR", "/var/lib/postgresql/log");

    @Test
    void theJobWaitsForRoomWhileWhatOnlyReadsIsAnswered() throws Exception {
        try (NodeProcess node = new NodeProcess("postgres-disk-full", settings())) {
            node.start();
            node.awaitReady();
            byte[] model = node.file("/api/v1/models/1/safetensors", "application/octet-stream");
            // The last weight, by as little as there is: another model.
            model[model.length - 4] ^= 1;
            String job = node.submit(RECIPE);
            await().atMost(PATIENCE)
                    .until(() -> node.list(job, "/curves", "$.epochs[*]").size() >= 2);

            POSTGRES.execInContainer("sh", "-c", "head -c 200M /dev/zero > " + FILLER);

            await().atMost(PATIENCE)
                    .until(() -> node.log().contains("Training waits: the database has no room (ERROR"));
            assertThat(node.state(job)).isEqualTo("RUNNING");
            HttpResponse<String> refused = node.post("/api/v1/models", "application/octet-stream", model);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.body()).contains("/problems/unavailable", "the database has no room to write this");
            POSTGRES.execInContainer("rm", FILLER);
            node.awaitState(job, "COMPLETED", PATIENCE);
            assertThat(node.text(job, "$.attempts")).isEqualTo("1");
            assertThat(node.log()).contains("Training goes on: the database has room again.");
            assertThat(node.log()).doesNotContainPattern("\\R\\s+at [a-z]");
        }
    }

    private static List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + POSTGRES.getJdbcUrl(),
                "--spring.datasource.username=" + POSTGRES.getUsername(),
                "--spring.datasource.password=" + POSTGRES.getPassword());
    }
}

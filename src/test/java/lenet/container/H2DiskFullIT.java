package lenet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lenet.testing.Needs;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The file system of H2's file is full in the middle of a job. */
@Needs.Docker
@Testcontainers
class H2DiskFullIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LIVENESS = "/actuator/health/liveness";

    /** Whoever runs the service starts it again when it has ended; here that is a shell. */
    private static final String STARTED_AGAIN_AND_AGAIN =
            "while :; do java $JAVA_FLAGS $JAVA_OPTS -cp application.jar lenet.LenetApplication & echo $! > /tmp/process; wait;"
                    + " done";

    @Container
    static final GenericContainer<?> SERVICE = new GenericContainer<>(ServiceImage.BUILT)
            .withTmpFs(Map.of("/lenet/data", "size=48m,uid=10001"))
            .withEnv("LENET_TRAINING_CHECKPOINT_INTERVAL", "1s")
            .withCreateContainerCmdModifier(command -> command.withEntrypoint("sh", "-c", STARTED_AGAIN_AND_AGAIN))
            .withExposedPorts(8080)
            .waitingFor(Wait.forHttp("/actuator/health/readiness").forPort(8080))
            .withStartupTimeout(Duration.ofMinutes(2));

    @Test
    void theServiceAsksToBeStartedAgainAndNothingIsLost() throws Exception {
        Client client = new Client(SERVICE.getHost(), SERVICE.getMappedPort(8080));
        TrainingJobs jobs = new TrainingJobs(client);
        byte[] seven = client.get("/api/v1/dataset/test/0", "image/png");
        String job = jobs.submit(6, "never", 1);
        await().atMost(PATIENCE).until(() -> jobs.epochs(job).size() >= 2);

        shell("head -c 64M /dev/zero > data/filler || true");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(refusal(client, LIVENESS)).contains("503", "DOWN"));
        assertThat(refusal(client, "/actuator/health/readiness")).contains("503", "OUT_OF_SERVICE");
        assertThat(refusal(client, "/api/v1/training-jobs/" + job))
                .contains("503", "/problems/unavailable", "has to be started again when there is room");
        assertThat(client.post("/api/v1/classifications", "image/png", seven)).contains("\"digit\":7");
        shell("rm data/filler && kill $(cat /tmp/process)");
        jobs.awaitState(job, "COMPLETED", PATIENCE);
        assertThat(jobs.attempts(job)).isEqualTo(2);
        assertThat(jobs.epochs(job)).isEqualTo(List.of(1, 2, 3, 4, 5, 6));
        assertThat(SERVICE.getLogs().lines().filter(line -> line.contains(" ERROR ")))
                .singleElement()
                .asString()
                .contains("The database is closed, because its file could not be written (No space left on device)");
        assertThat(SERVICE.getLogs()).doesNotContainPattern("\\R\\s+at [a-z]");
    }

    private static void shell(String command) throws IOException, InterruptedException {
        var result = SERVICE.execInContainer("sh", "-c", command);
        assertThat(result.getExitCode()).as(result.getStderr()).isZero();
    }

    /** Status and body of an answer that is an error. */
    private static String refusal(Client client, String path) throws InterruptedException {
        try {
            return "200 " + new String(client.get(path, "application/json"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}

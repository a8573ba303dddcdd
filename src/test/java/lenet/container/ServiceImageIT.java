package lenet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import lenet.testing.Needs;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.MountableFile;

/**
 * The main job driven against the image that the project's Dockerfile makes of the packaged jar, on PostgreSQL, in
 * 1 GiB of memory, scraped by a real Prometheus. The tests follow one another as the README does.
 */
@Needs.Docker
@Testcontainers
@TestMethodOrder(OrderAnnotation.class)
class ServiceImageIT {

    private static final long GIB = 1L << 30;
    private static final Network NETWORK = Network.newNetwork();
    private static final String JOBS = "/api/v1/training-jobs";

    @Container
    static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:17")
            .withNetwork(NETWORK)
            .withNetworkAliases("postgres")
            .withDatabaseName("lenet");

    @Container
    static final GenericContainer<?> SERVICE = new GenericContainer<>(ServiceImage.BUILT)
            .withNetwork(NETWORK)
            .withNetworkAliases("lenet")
            .dependsOn(POSTGRES)
            .withEnv("SPRING_DATASOURCE_URL", "jdbc:postgresql://postgres:5432/lenet")
            .withEnv("SPRING_DATASOURCE_USERNAME", POSTGRES.getUsername())
            .withEnv("SPRING_DATASOURCE_PASSWORD", POSTGRES.getPassword())
            .withCreateContainerCmdModifier(
                    command -> command.getHostConfig().withMemory(GIB).withMemorySwap(GIB))
            .withExposedPorts(8080)
            .waitingFor(Wait.forHttp("/actuator/health/readiness").forPort(8080))
            .withStartupTimeout(Duration.ofMinutes(3));

    @Container
    static final GenericContainer<?> PROMETHEUS = new GenericContainer<>("prom/prometheus:v2.53.3")
            .withNetwork(NETWORK)
            .dependsOn(SERVICE)
            .withCopyFileToContainer(
                    MountableFile.forHostPath("src/main/docker/prometheus.yml"), "/etc/prometheus/prometheus.yml")
            .withExposedPorts(9090)
            .waitingFor(Wait.forHttp("/-/ready").forPort(9090));

    private static String job = "";

    @Test
    @Order(1)
    void theBundledModelClassifiesATestDigitAtOnce() throws Exception {
        byte[] seven = service().get("/api/v1/dataset/test/0", "image/png");

        String answer = service().post("/api/v1/classifications", "image/png", seven);

        assertThat(JsonPath.<Integer>read(answer, "$.digit")).isEqualTo(7);
        assertThat(JsonPath.<Integer>read(answer, "$.modelVersion")).isEqualTo(1);
    }

    @Test
    @Order(1)
    void theJvmHasTakenTheAotCacheThatTheImageWasBuiltWith() throws Exception {
        String files = SERVICE.execInContainer("cat", "/proc/1/maps").getStdout();

        assertThat(files).contains("libjvm.so").contains("/lenet/application.aot");
    }

    @Test
    @Order(2)
    void aRealJobIsFollowedToItsEndByItsEvents() throws Exception {
        String recipe = "{\"trainingImages\": 3000, \"epochs\": 2, \"promote\": \"always\"}";
        job = JsonPath.read(service().post(JOBS, "application/json", recipe.getBytes(StandardCharsets.UTF_8)), "$.id");

        try (var events = service().events(JOBS + "/" + job + "/events")) {
            List<String> lines = events.toList();
            assertThat(lines.stream().filter(line -> line.equals("event:epoch")))
                    .hasSize(2);
            assertThat(lines).anyMatch(line -> line.contains("COMPLETED"));
        }
    }

    @Test
    @Order(3)
    void itsCurvesComeInEveryForm() throws Exception {
        String curves = JOBS + "/" + job + "/curves";

        assertThat(service().value(curves, "$.epochs[*].epoch")).isEqualTo("[1,2]");
        assertThat(service().text(curves, "text/csv").lines()).hasSize(3);
        assertThat(service().get(curves, "image/png")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(service().text(curves, "image/svg+xml")).contains("<svg");
        assertThat(service().get(JOBS + "/" + job + "/evaluation", "image/png")).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    @Order(4)
    void thePromotedModelAnswers() throws Exception {
        String version = service().value(JOBS + "/" + job, "$.modelVersion");
        byte[] seven = service().get("/api/v1/dataset/test/0", "image/png");

        String answer = service().post("/api/v1/classifications", "image/png", seven);

        assertThat(answer).contains("\"modelVersion\":" + version);
    }

    @Test
    @Order(5)
    void prometheusHasScrapedTheTraining() throws Exception {
        Client prometheus = new Client(PROMETHEUS.getHost(), PROMETHEUS.getMappedPort(9090));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(prometheus.value(
                        "/api/v1/query?query=lenet_training_images_total", "$.data.result[*].value[1]"))
                .isEqualTo("[\"6000\"]"));
        assertThat(prometheus.value("/api/v1/query?query=up", "$.data.result[*].value[1]"))
                .isEqualTo("[\"1\"]");
    }

    @Test
    @Order(6)
    void theServiceIsNotRootAndReportsItsHealth() throws Exception {
        assertThat(SERVICE.execInContainer("id", "-u").getStdout().trim()).isEqualTo("10001");
        await().atMost(Duration.ofSeconds(60)).until(() -> "healthy"
                .equals(SERVICE.getCurrentContainerInfo().getState().getHealth().getStatus()));
    }

    @Test
    @Order(7)
    void aStoppedContainerLeavesInTimeAndItsJobGoesOnAfterwards() throws Exception {
        String recipe = "{\"epochs\": 4, \"promote\": \"never\"}";
        String running = JsonPath.read(
                service().post(JOBS, "application/json", recipe.getBytes(StandardCharsets.UTF_8)), "$.id");
        await().until(() -> Integer.parseInt(service().value(JOBS + "/" + running, "$.progress.batch")) > 0);
        var docker = DockerClientFactory.lazyClient();
        long start = System.nanoTime();

        docker.stopContainerCmd(SERVICE.getContainerId()).withTimeout(20).exec();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(SERVICE.getCurrentContainerInfo().getState().getExitCodeLong())
                .isIn(0L, 143L);
        docker.startContainerCmd(SERVICE.getContainerId()).exec();
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> service().value(JOBS + "/" + running, "$.state").equals("COMPLETED"));
        assertThat(service().value(JOBS + "/" + running, "$.attempts")).isEqualTo("2");
    }

    /** The mapped port changes when a container is started again. */
    private static Client service() {
        String port = SERVICE.getCurrentContainerInfo()
                .getNetworkSettings()
                .getPorts()
                .getBindings()
                .entrySet()
                .iterator()
                .next()
                .getValue()[0]
                .getHostPortSpec();
        return new Client(SERVICE.getHost(), Integer.parseInt(port));
    }
}

package lenet.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import lenet.container.Client;
import lenet.container.ServiceImage;
import lenet.container.TrainingJobs;
import lenet.testing.Needs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * Everything rude at once against the image, in 1 GiB and on two processors, while jobs train and a steady client has digits
 * classified: for two minutes, or for {@code -Dhostile}, as in {@code -Phostile}. Its report is in
 * {@code target/hostile}.
 */
@Needs.Docker
@Testcontainers
class HostileIT {

    private static final Logger LOG = LoggerFactory.getLogger(HostileIT.class);
    private static final Duration DURATION = Duration.parse(System.getProperty("hostile", "PT2M"));
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Path REPORT = Path.of("target", "hostile");
    private static final long GIB = 1L << 30;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    @Container
    static final GenericContainer<?> SERVICE = new GenericContainer<>(ServiceImage.BUILT)
            .withCreateContainerCmdModifier(command -> Objects.requireNonNull(command.getHostConfig())
                    .withMemory(GIB)
                    .withMemorySwap(GIB)
                    .withNanoCPUs(2_000_000_000L))
            .withExposedPorts(8080)
            .waitingFor(Wait.forHttp("/actuator/health/readiness").forPort(8080))
            .withStartupTimeout(Duration.ofMinutes(3));

    private static final List<String> CURVES = new ArrayList<>();
    private static final List<String> STATES = new ArrayList<>();
    private static Client client;
    private static Spoils spoils;
    private static String started;
    private static String twin;
    private static SteadyClient steady;
    private static List<Tally> tallies;
    private static long residentBefore;
    private static long residentAfterWarmUp;
    private static long residentAtTheEnd;

    @BeforeAll
    static void everythingAtOnce() throws Exception {
        String host = SERVICE.getHost();
        int port = SERVICE.getMappedPort(8080);
        URI address = URI.create("http://" + host + ":" + port);
        InetSocketAddress socket = new InetSocketAddress(host, port);
        client = new Client(host, port);
        spoils = Spoils.of(client);
        started = SERVICE.getCurrentContainerInfo().getState().getStartedAt();
        TrainingJobs jobs = new TrainingJobs(client);

        SteadyClient before = new SteadyClient(address, spoils.seven());
        twin = jobs.curve(SteadyJobs.undisturbed(jobs));
        before.close();
        residentBefore = resident();
        // Until the heap has its size and all that is needed once, classes, compiled code and natives, is loaded.
        new Siege(socket, Attack.all(spoils)).last(WARM_UP);
        residentAfterWarmUp = resident();

        SteadyClient meanwhile = new SteadyClient(address, spoils.seven());
        SteadyJobs train = new SteadyJobs(jobs);
        try (train;
                meanwhile) {
            tallies = new Siege(socket, Attack.all(spoils)).last(DURATION);
        }
        steady = meanwhile;
        residentAtTheEnd = resident();
        for (String job : train.submitted()) {
            STATES.add(jobs.state(job));
            CURVES.add(jobs.curve(job));
        }
        report("before " + before.summary(), "meanwhile " + steady.summary());
    }

    @Test
    void theProcessLives() {
        var state = SERVICE.getCurrentContainerInfo().getState();

        assertThat(state.getRunning()).isTrue();
        assertThat(state.getOOMKilled()).isFalse();
        assertThat(state.getStartedAt()).isEqualTo(started);
        assertThat(SERVICE.getLogs()).doesNotContain("OutOfMemoryError");
    }

    @Test
    void theLogHoldsNoStackTraceThatAClientCaused() {
        assertThat(SERVICE.getLogs().lines().filter(line -> line.startsWith("\tat ")))
                .isEmpty();
    }

    @Test
    void everyJobIsCompletedWithTheCurveOfItsUndisturbedTwin() {
        assertThat(STATES).isNotEmpty().containsOnly("COMPLETED");
        assertThat(CURVES).containsOnly(twin);
    }

    @Test
    void theSteadyClientSeesOnlyItsDigitAndDocumentedRefusals() {
        assertThat(steady.classified()).isPositive();
        assertThat(steady.unexpected()).isEmpty();
    }

    @Test
    void residentMemoryEndsNearWhereItWasAfterWarmingUp() {
        assertThat(residentAtTheEnd).isLessThanOrEqualTo(residentAfterWarmUp * 6 / 5);
    }

    @Test
    void everyAnswerIsOneThatTheAttackMayHave() {
        assertThat(tallies.stream().flatMap(tally -> tally.samples().stream())).isEmpty();
    }

    @Test
    void afterwardsTheServiceIsReadyAndClassifiesByTheSameModel() throws Exception {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() ->
                        client.value("/actuator/health/readiness", "$.status").equals("UP"));
        String answer = client.post("/api/v1/classifications", "image/png", spoils.seven());

        assertThat(JsonPath.<Integer>read(answer, "$.digit")).isEqualTo(7);
        assertThat(JsonPath.<Integer>read(answer, "$.modelVersion")).isEqualTo(1);
        assertThat(client.value("/api/v1/models/aliases/live", "$.version")).isEqualTo("1");
    }

    /** Resident memory of the Java process, kB. */
    private static long resident() throws IOException, InterruptedException {
        var line = RESIDENT.matcher(
                SERVICE.execInContainer("cat", "/proc/1/status").getStdout());
        assertThat(line.find()).isTrue();
        return Long.parseLong(line.group(1));
    }

    private static void report(String... clients) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s of everything at once; resident memory %,d kB after a job, %,d kB after %s of everything, %,d kB at the end"
                        .formatted(DURATION, residentBefore, residentAfterWarmUp, WARM_UP, residentAtTheEnd));
        lines.add("%d jobs: %s; %d of them with the twin's curve"
                .formatted(
                        STATES.size(),
                        STATES,
                        CURVES.stream().filter(twin::equals).count()));
        lines.addAll(List.of(clients));
        lines.add("");
        lines.add("| attack | answers | | longest, ms | unexpected |");
        lines.add("| --- | --- | --- | --- | --- |");
        tallies.forEach(tally -> lines.add(tally.row()));
        lines.add("");
        tallies.forEach(tally -> lines.addAll(tally.samples()));
        Files.createDirectories(REPORT);
        Files.write(REPORT.resolve("report.md"), lines);
        Files.writeString(REPORT.resolve("service.log"), SERVICE.getLogs());
        LOG.info("{}", String.join("\n", lines));
    }
}

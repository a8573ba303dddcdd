package lenet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged service as a process of its own, which can be killed, frozen and started again at its old address. */
public final class NodeProcess implements AutoCloseable {

    static final String JOBS = "/api/v1/training-jobs";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final int port = freePort();
    private final Path log;
    private final List<String> settings;
    private @Nullable Process process;

    /**
     * @param name of its log in {@code target/faults}
     * @param settings as on the command line
     */
    public NodeProcess(String name, List<String> settings) {
        this.log = Path.of("target", "faults", name + ".log");
        this.settings = List.copyOf(settings);
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a browser finds it; ends in a slash. */
    public String address() {
        return "http://localhost:" + port + "/";
    }

    /** Starts it; returns before it answers. */
    public void start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--add-modules",
                "jdk.incubator.vector",
                "-jar",
                jar().toString(),
                "--server.port=" + port));
        command.addAll(settings);
        try {
            Files.createDirectories(log.getParent());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it takes requests. */
    public void awaitReady() {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    /** Whether this is what the node calls itself. */
    boolean isNamed(String name) {
        return name.endsWith(":" + port);
    }

    /** SIGKILL: nothing of it runs any more when this returns. */
    public void kill() {
        Process running = running();
        running.destroyForcibly();
        try {
            running.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGSTOP. */
    void freeze() {
        signal("STOP");
    }

    /** SIGCONT. */
    void thaw() {
        signal("CONT");
    }

    /** SIGTERM, and SIGKILL if that is not enough. */
    @Override
    public void close() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String contentType, byte[] body) {
        return send(
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    byte[] png(String path) {
        return file(path, "image/png");
    }

    byte[] file(String path, String type) {
        try {
            return http.send(request(path).header("Accept", type).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Submits a job that must be taken; its id. */
    public String submit(String recipe) {
        HttpResponse<String> answer = post(JOBS, "application/json", recipe.getBytes(StandardCharsets.UTF_8));
        if (answer.statusCode() != 202) {
            throw new AssertionError(answer + " " + answer.body());
        }
        return JsonPath.read(answer.body(), "$.id");
    }

    String state(String job) {
        return JsonPath.read(get(JOBS + "/" + job).body(), "$.state");
    }

    void awaitState(String job, String state, Duration patience) {
        await().atMost(patience).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> assertThat(state(job))
                .isEqualTo(state));
    }

    String text(String job, String jsonPath) {
        return String.valueOf(JsonPath.<Object>read(get(JOBS + "/" + job).body(), jsonPath));
    }

    /** What stands at an indefinite {@code jsonPath} of a document below the job's own. */
    List<Object> list(String job, String below, String jsonPath) {
        return JsonPath.read(get(JOBS + "/" + job + below).body(), jsonPath);
    }

    /** The figures of every epoch that training alone determines, with all their digits. */
    List<Object> curve(String job) {
        return list(
                job,
                "/curves",
                "$.epochs[*]['epoch','trainingLoss','trainingAccuracy','validationLoss','validationAccuracy','learningRate']");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + running().pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process running() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() {
        try (var files = Files.newDirectoryStream(Path.of("target"), "lenet5-service-*.jar")) {
            return files.iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

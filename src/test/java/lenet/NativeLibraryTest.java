package lenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The service in a JVM of its own that has nowhere to unpack Deeplearning4j's native libraries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields.
class NativeLibraryTest {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final String JOBS = "/api/v1/training-jobs";

    private final HttpClient client = HttpClient.newHttpClient();
    private Process service;
    private Path log;
    private int port;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        log = folder.resolve("log");
        // The three places where JavaCPP would put them; root may write everywhere, but not below a file.
        Path named = Files.createFile(folder.resolve("named"));
        Files.createFile(folder.resolve(".javacpp"));
        Files.createFile(folder.resolve(".javacpp-" + System.getProperty("user.name")));
        service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-Dorg.bytedeco.javacpp.cachedir=" + named,
                        "-Duser.home=" + folder,
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LenetApplication.class.getName(),
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:natives")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        port = await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> PORT.matcher(log()).results().toList(), found -> !found.isEmpty())
                .stream()
                .map(MatchResult::group)
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    @AfterAll
    void stop() throws InterruptedException {
        service.destroyForcibly().waitFor();
    }

    @Test
    void whoeverAsksForAFileOfDeeplearning4jIsToldAndTheLogSaysOnceWhatToDo() throws Exception {
        List<HttpResponse<byte[]>> answers = List.of(get("/api/v1/models/1/dl4j"), get("/api/v1/models/live/dl4j"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .contains("/problems/unavailable", "Deeplearning4j cannot be used on this node");
        });
        assertThat(log().lines().filter(line -> line.contains("-Dorg.bytedeco.javacpp.cachedir=")))
                .singleElement()
                .asString()
                .contains("could not be unpacked into " + log.resolveSibling("named"), "start the service again");
    }

    @Test
    void theVectorEngineClassifiesAndTrainsAndAJobOfTheOtherSaysWhyItFailed() throws Exception {
        String failed = ended("{\"engine\": \"dl4j\", \"trainingImages\": 100, \"epochs\": 1}");
        assertThat(failed).contains("FAILED", "Deeplearning4j cannot be used on this node");

        HttpResponse<byte[]> digit = send(
                request("/api/v1/dataset/test/0").header("Accept", "image/png").GET());
        assertThat(send(request("/api/v1/classifications")
                                .header("Content-Type", "image/png")
                                .POST(BodyPublishers.ofByteArray(digit.body())))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ended("{\"engine\": \"vector\", \"trainingImages\": 100, \"epochs\": 1}"))
                .contains("COMPLETED");
    }

    private String ended(String recipe) throws Exception {
        HttpResponse<byte[]> submitted =
                send(request(JOBS).header("Content-Type", "application/json").POST(BodyPublishers.ofString(recipe)));
        String id = JsonPath.read(new String(submitted.body(), StandardCharsets.UTF_8), "$.id");
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> new String(get(JOBS + "/" + id).body(), StandardCharsets.UTF_8),
                        job -> List.of("COMPLETED", "FAILED").contains(JsonPath.<String>read(job, "$.state")));
    }

    private String log() throws IOException {
        return Files.readString(log);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }
}

package lenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service in a JVM of its own that cannot run the vector engine. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VectorEngineOffTest {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    private Path folder;

    @Test
    void theServiceSaysThatTheModuleIsMissingAndUsesDeeplearning4j() throws Exception {
        assertSaysSoOnceAndUsesDeeplearning4j("--add-modules jdk.incubator.vector");
    }

    @Test
    @Tag("one-jdk")
    void theServiceSaysThatTheCompilerIsOffAndUsesDeeplearning4j() throws Exception {
        assertSaysSoOnceAndUsesDeeplearning4j(
                "without -Xint and -XX:TieredStopAtLevel",
                "--add-modules",
                "jdk.incubator.vector",
                "-XX:TieredStopAtLevel=1");
    }

    private void assertSaysSoOnceAndUsesDeeplearning4j(String advice, String... jvmArguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmArguments));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                LenetApplication.class.getName(),
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:mem:lenet"));
        Process service = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            List<String> log = new ArrayList<>();
            int port = awaitPort(service, log);

            assertThat(log)
                    .filteredOn(line -> line.contains("vector engine"))
                    .singleElement()
                    .asString()
                    .contains("WARN", "Deeplearning4j", advice);
            assertThat(get(port, "/actuator/info")).contains("\"dl4j\"").doesNotContain("\"vector\"");
            assertThat(post(port, "{\"engine\": \"vector\"}"))
                    .contains("vector")
                    .contains("dl4j")
                    .contains("engine");
        } finally {
            service.destroy();
            if (!service.waitFor(20, TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        }
    }

    private static int awaitPort(Process service, List<String> log) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            log.add(line);
            Matcher matcher = PORT.matcher(line);
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        throw new AssertionError("the service ended: " + log);
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request(port, path).build(), BodyHandlers.ofString())
                .body();
    }

    private static String post(int port, String job) throws IOException, InterruptedException {
        var response = HttpClient.newHttpClient()
                .send(
                        request(port, "/api/v1/training-jobs")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(job))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(422);
        return response.body();
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}

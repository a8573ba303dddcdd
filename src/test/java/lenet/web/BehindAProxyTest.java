package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import lenet.testing.RunningNode;
import lenet.testing.RunningNode.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** Below a context path, and behind proxies of which some take a prefix away, whatever the service names can be opened. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindAProxyTest {

    private static final String PROXY = """
            Host: lenet\r
            X-Forwarded-Host: digits.example\r
            X-Forwarded-Proto: https\r
            X-Forwarded-Port: 443\r
            X-Forwarded-Prefix: /digits\r
            """;

    private RunningNode below;
    private RunningNode trusting;

    @BeforeAll
    void start() {
        below = node("below", "--server.servlet.context-path=/digits");
        trusting = node(
                "trusting", "--server.forward-headers-strategy=framework", "--lenet.http.allowed-hosts=digits.example");
    }

    @AfterAll
    void stop() {
        below.close();
        trusting.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/training-jobs, {}",
        "/api/v1/sweeps, '{\"name\": \"two\", \"grid\": {\"seed\": [1, 2]}}'",
        "/api/v1/ensembles, '{\"members\": 2}'"
    })
    void whatIsMadeIsFoundWhereTheAnswerSays(String path, String body) throws IOException {
        String post = "POST %%s%s HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
                .formatted(path, body.length());

        assertThat(answer(below, post.formatted("/digits") + "Host: localhost\r\n", body))
                .startsWith("HTTP/1.1 202")
                .contains("\r\nLocation: /digits" + path + "/");
        assertThat(answer(trusting, post.formatted("") + PROXY, body))
                .startsWith("HTTP/1.1 202")
                .contains("\r\nLocation: /digits" + path + "/");
    }

    /** The last two are refused before Spring sees them. */
    @ParameterizedTest
    @CsvSource({
        "GET, /digits/api/v1/models/none, Via: x, not-found",
        "GET, /digits/nothing, Via: x, not-found",
        "GET, /digits/api/v1/models?sice=3, Via: x, invalid-fields",
        "GET, /digits/api/v1//models, Via: x, malformed-request",
        "POST, /digits/api/v1/training-jobs, Sec-Fetch-Site: cross-site, cross-site-request",
        "GET, /nothing, Via: x, not-found",
        "GET, /digits/<x>, Via: x, malformed-request"
    })
    void aProblemNamesThePageThatDescribesIt(String method, String path, String header, String type)
            throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";

        assertThat(answer(below, request, "")).contains("\"type\":\"/digits/problems/" + type + "\"");
        assertThat(get(below, "/digits/problems/" + type)).startsWith("HTTP/1.1 200");
    }

    @Test
    void theListOfProblemsNamesThem() throws IOException {
        assertThat(get(below, "/digits/problems")).contains("\"/digits/problems/not-found\"");
    }

    @Test
    void aPictureIsWhereTheMistakesSay() throws IOException {
        assertThat(get(below, "/digits/api/v1/models/live/evaluation/examples?correct=true"))
                .contains("\"picture\":\"/digits/api/v1/dataset/test/");
    }

    @Test
    void aProblemOfTheInferenceProtocolIsInItsWords() throws IOException {
        assertThat(get(below, "/digits/v2/models/none"))
                .startsWith("HTTP/1.1 404")
                .contains("{\"error\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/train.html",
                "/js/draw/main.js",
                "/swagger-ui/index.html",
                "/actuator/health/liveness",
                "/actuator/prometheus",
                "/v2/health/live"
            })
    void pagesProbesAndMetersAreBelowTheContextPath(String path) throws IOException {
        assertThat(get(below, "/digits" + path)).startsWith("HTTP/1.1 200").doesNotContain("Set-Cookie");
    }

    @ParameterizedTest
    @CsvSource({"/digits, /digits/", "/digits/swagger-ui.html, /digits/swagger-ui/index.html"})
    void shortAddressesLeadOnByPathAlone(String path, String to) throws IOException {
        assertThat(get(below, path)).startsWith("HTTP/1.1 302").contains("\r\nLocation: " + to + "\r\n");
    }

    @Test
    void swaggerUiAsksWhereTheServiceIs() throws IOException {
        assertThat(get(below, "/digits/v3/api-docs/swagger-config")).contains("\"/digits/v3/api-docs\"");
        assertThat(get(below, "/digits/v3/api-docs")).contains("\"servers\":[{\"url\":\"/digits\"");

        assertThat(proxied("/v3/api-docs/swagger-config")).contains("\"/digits/v3/api-docs\"");
        assertThat(proxied("/v3/api-docs")).contains("\"servers\":[{\"url\":\"/digits\"");
        assertThat(proxied("/swagger-ui.html")).contains("\r\nLocation: /digits/swagger-ui/index.html\r\n");
    }

    @Test
    void aPrefixThatAProxyTookAwayIsInProblemsAndPictures() throws IOException {
        assertThat(proxied("/api/v1/models/none"))
                .contains("\"/digits/problems/not-found\"", "\"instance\":\"/digits/api/v1/models/none\"");
        assertThat(proxied("/api/v1/models/live/evaluation/examples?correct=true"))
                .contains("\"picture\":\"/digits/api/v1/dataset/test/");
        assertThat(proxied("/v2/models/none")).contains("{\"error\":");
    }

    @Test
    void aPageBehindTheProxyIsTheServicesOwn() throws IOException {
        assertThat(answer(
                        trusting,
                        "POST /api/v1/training-jobs HTTP/1.1\r\nOrigin: https://digits.example\r\nContent-Length: 0\r\n"
                                + PROXY,
                        ""))
                .startsWith("HTTP/1.1 202");
    }

    /** By DNS rebinding a page asks in its own name, and may add any header. */
    @Test
    void aPageDoesNotHideItsHostBehindAForwardedOne() throws IOException {
        assertThat(answer(
                        trusting,
                        "GET /api/v1/models HTTP/1.1\r\nHost: evil.example:8080\r\nX-Forwarded-Host: localhost\r\n",
                        ""))
                .startsWith("HTTP/1.1 403")
                .contains("'evil.example'");
    }

    @Test
    void nobodyIsTrustedWithoutBeingToldToOnAnyPlatform() throws IOException {
        try (RunningNode cloud = node("cloud", "--spring.main.cloud-platform=kubernetes")) {
            assertThat(answer(cloud, "GET /nothing HTTP/1.1\r\n" + PROXY, ""))
                    .contains("\"/problems/not-found\"", "\"instance\":\"/nothing\"");
        }
    }

    private static RunningNode node(String name, String... settings) {
        return new RunningNode(new Database("jdbc:h2:mem:" + name, "sa", ""), name, settings);
    }

    private String proxied(String path) throws IOException {
        return answer(trusting, "GET " + path + " HTTP/1.1\r\n" + PROXY, "");
    }

    private static String get(RunningNode node, String path) throws IOException {
        return answer(node, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n", "");
    }

    private static String answer(RunningNode node, String request, String body) throws IOException {
        int port = node.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((request + "Connection: close\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

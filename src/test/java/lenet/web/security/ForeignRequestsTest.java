package lenet.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import lenet.testing.Operations;
import lenet.testing.Operations.Operation;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class ForeignRequestsTest extends ServiceTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @LocalServerPort
    int port;

    @TestFactory
    Stream<DynamicTest> aPageOfAnotherSiteChangesNothingBy() {
        return new Operations(requestMappingHandlerMapping)
                .all()
                .filter(operation -> !operation.isSafe())
                .map(operation ->
                        DynamicTest.dynamicTest(operation.toString(), () -> assertThat(fromAnotherSite(operation))
                                .isEqualTo(403)));
    }

    @Test
    void thePageThatIsRefusedIsTold() throws Exception {
        MockHttpServletResponse response = mvc.perform(MockMvcRequestBuilders.post("/api/v1/training-jobs")
                        .header("Origin", "http://evil.example")
                        .header("Sec-Fetch-Site", "cross-site"))
                .andReturn()
                .getResponse();

        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(JsonPath.<String>read(response.getContentAsString(), "$.type"))
                .isEqualTo("/problems/cross-site-request");
        assertThat(JsonPath.<String>read(response.getContentAsString(), "$.detail"))
                .contains("'http://evil.example'", "'cross-site'", "lenet.http.allowed-origins");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/models/live", "/swagger-ui/index.html", "/actuator/health", "/nothing"})
    void aForeignHostIsAnsweredNothing(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: evil.example:8080\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("/problems/foreign-host", "'evil.example'", "lenet.http.allowed-hosts");
    }

    @Test
    void aHealthCheckNeedsNoHost() throws IOException {
        assertThat(raw("GET /actuator/health/liveness HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1//models", "/api/v1/models/live;x=1", "/api/v1/models/live%250a"})
    void aPathThatTwoReadersWouldReadInTwoWaysIsRefused(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/malformed-request", "the path '" + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: localhost",
                "GET /api/v1/recipes HTTP/1.1\r\nHost: localhost",
                "GET /v2/models/none HTTP/1.1\r\nHost: localhost",
                "GET /swagger-ui/index.html HTTP/1.1\r\nHost: localhost",
                "GET /webjars/uplot/dist/uPlot.min.css HTTP/1.1\r\nHost: localhost",
                "GET /actuator/prometheus HTTP/1.1\r\nHost: localhost",
                "GET /nothing HTTP/1.1\r\nHost: localhost",
                "GET /nothing HTTP/1.1\r\nHost: evil.example",
                "GET /error HTTP/1.1\r\nHost: localhost",
                "PUT /api/v1/recipes HTTP/1.1\r\nHost: localhost",
                "OPTIONS /api/v1/recipes HTTP/1.1\r\nHost: localhost",
                "GET /<nothing> HTTP/1.1\r\nHost: localhost",
                "GET /%c0%af HTTP/1.1\r\nHost: localhost"
            })
    void everyAnswerTellsABrowserWhatNotToDo(String request) throws IOException {
        assertThat(raw(request + "\r\nConnection: close\r\n\r\n"))
                .contains("X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%c0%af", "/api/v1/models/%e0%80%b1", "/api/v1/models/%ed%a0%80", "/api/v1/models/%fc"})
    void aPathThatIsNotUtf8IsRefused(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/malformed-request");
    }

    @Test
    void nobodyGetsASession() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .doesNotContain("Set-Cookie");
    }

    private int fromAnotherSite(Operation operation) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(operation.method(), operation.path())
                        .header("Sec-Fetch-Site", "cross-site"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

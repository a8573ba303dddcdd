package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tomcat refuses before Spring sees it is a problem too. */
class MalformedRequestLineTest extends ServiceTest {

    @LocalServerPort
    int port;

    @Test
    void aPathWithAForbiddenCharacterIsAProblem() throws IOException {
        assertThat(answer("GET /api/<x> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "/problems/malformed-request")
                .doesNotContain("<html", "Tomcat");
    }

    @Test
    void aPathThatClimbsOutIsAProblem() throws IOException {
        assertThat(answer("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @Test
    void aHeaderThatIsTooLongIsAProblem() throws IOException {
        assertThat(answer("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                .contains("application/problem+json")
                .doesNotContain("<html");
    }

    private String answer(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

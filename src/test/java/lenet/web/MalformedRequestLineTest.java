package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"/a;x=%z", "/api/v1/models;%", "/;%d=%z"})
    void aPathWithAParameterThatIsNoPercentCodeIsAProblem(String path) throws IOException {
        assertThat(answer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/malformed-request", "X-Content-Type-Options: nosniff");
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
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json", "/problems/headers-too-large")
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CONNECT localhost:80 HTTP/1.1 | Via: x                            | 501 | not-implemented
            POST / HTTP/1.1               | Transfer-Encoding: gzip, chunked  | 501 | not-implemented
            GET / HTTP/2.0                | Via: x                            | 505 | version-not-supported
            POST / HTTP/1.1               | Expect: a miracle                 | 417 | expectation-failed
            GET /index.html HTTP/1.1      | Range: bytes=9999999-             | 416 | range-not-satisfiable
            TRACE / HTTP/1.1              | Via: x                            | 405 | method-not-allowed
            POST / HTTP/1.1               | Content-Length: -1                | 400 | malformed-request
            """)
    void whatTheServiceDoesNotDoHasAStatusOfItsOwn(String line, String header, int status, String type)
            throws IOException {
        assertThat(answer(line + "\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status)
                .contains("/problems/" + type, "\"status\":" + status)
                .doesNotContain("its log says why");
    }

    @Test
    void headersThatAreTooManyAreAProblemOfTheirOwn() throws IOException {
        assertThat(answer("GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n".repeat(150) + "\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("/problems/headers-too-large");
    }

    @Test
    void aReaderOfManyLanguagesIsAnswered() throws IOException {
        String languages = String.join(",", Locale.getISOLanguages());

        assertThat(answer("GET /api/v1/models HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Language: "
                        + languages + "\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void moreTypesThanAnybodyAcceptsAreNotCompared() throws IOException {
        assertThat(answer("GET /api/v1/models HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: "
                        + "a/b,".repeat(50) + "application/json\r\n\r\n"))
                .startsWith("HTTP/1.1 406");
    }

    @Test
    void moreParametersThanAreReadAreAProblem() throws IOException {
        assertThat(answer("GET /api/v1/training-jobs?" + "page=0&".repeat(300)
                        + "size=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json");
    }

    private String answer(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

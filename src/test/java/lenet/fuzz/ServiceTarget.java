package lenet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.SilentCloseable;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A target that is the whole service: it answers every request, and never that it is at fault itself. */
@TestPropertySource(
        properties = {
            // Room for nothing but what is asked for: what a target submits is refused once the queue is full.
            "lenet.training.queue-capacity=1",
            "logging.level.root=off",
            "spring.main.banner-mode=off"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE) // Otherwise every request of a search is kept until its end.
@SuppressWarnings("NullAway.Init") // Spring sets the fields.
abstract class ServiceTarget extends ServiceTest {

    @RegisterExtension
    static final Executions EXECUTIONS = new Executions();

    /** Too busy; what Tomcat does not know; a version of HTTP that it does not know. */
    private static final Set<Integer> DOCUMENTED = Set.of(501, 503, 505);

    private static final Pattern CLASS_NAME =
            Pattern.compile("\\b(?:lenet|java|jakarta|tools|com|org)(?:\\.[a-z0-9]+)*\\.[A-Z]\\w+");

    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    /** The answer to a request that has passed Tomcat already. */
    MockHttpServletResponse answer(HttpMethod method, String path, String mediaType, byte[] body) throws Exception {
        return check(mvc.perform(MockMvcRequestBuilders.request(method, URI.create(path))
                        .header("Content-Type", mediaType)
                        .content(body))
                .andReturn()
                .getResponse());
    }

    static MockHttpServletResponse check(MockHttpServletResponse response) throws Exception {
        check(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), "");
        return response;
    }

    /** The first 16 KiB of the answer to a request as it goes over the wire; it must ask for the connection to be closed. */
    void overTheWire(byte[] request) throws IOException {
        // To Jazzer any other connection is one that a client has talked the service into.
        try (SilentCloseable allowed = BugDetectors.allowNetworkConnections((host, to) -> to == port);
                Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readNBytes(1 << 14), StandardCharsets.UTF_8);
            // What Tomcat takes for HTTP/0.9 is refused without a status line.
            check(
                    answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 400,
                    answer,
                    new String(request, StandardCharsets.UTF_8));
        }
    }

    /** What the client has sent itself it may read again. */
    private static void check(int status, String answer, String request) {
        assertThat(status < 500 || DOCUMENTED.contains(status)).as(answer).isTrue();
        if (status >= 400) {
            assertThat(CLASS_NAME.matcher(answer).results().map(MatchResult::group))
                    .allMatch(request::contains);
        }
    }
}

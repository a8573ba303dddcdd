package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Clients that announce more than the service holds at once, over HTTP. */
@TestPropertySource(properties = {"lenet.http.body-bytes-in-flight=16MB", "lenet.http.form-bytes-in-flight=64MB"})
class BytesInFlightTest extends ServiceContract {

    private static final String INFER = "/v2/models/live/infer";
    private static final int MIB = 1 << 20;

    @Autowired
    MeterRegistry meters;

    @ParameterizedTest
    @CsvSource({"Content-Length: 16777216", "Transfer-Encoding: chunked"})
    void bodiesPastTheBoundAreRefusedUntilTheOthersAreDone(String length) throws IOException {
        try (Socket slow = start(INFER, "application/json", length)) {
            await().until(() -> inFlight("bodies") == 16 * MIB);

            Answer refused = post(CLASSIFICATIONS, "image/png", png(0));

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().get("type").asString()).isEqualTo("/problems/too-many-bodies");
            assertThat(refused.text()).contains("16,777,216 bytes of bodies are being read, at most 16,777,216 are");
        }
        await().until(() -> inFlight("bodies") == 0);
        assertThat(post(CLASSIFICATIONS, "image/png", png(0)).status()).isEqualTo(200);
        assertThat(meters.get("lenet.http.refused")
                        .tag("kind", "bodies")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void formsPastTheBoundAreRefusedUntilTheOthersAreDone() throws IOException {
        Form form = new Form().file("file", "one.png", png(0));
        try (Socket slow = start(CLASSIFICATIONS, form.contentType(), "Content-Length: " + 64 * MIB)) {
            await().until(() -> inFlight("forms") == 64 * MIB);

            assertThat(postForm(CLASSIFICATIONS, form).json().get("type").asString())
                    .isEqualTo("/problems/too-many-bodies");
            assertThat(post(CLASSIFICATIONS, "image/png", png(0)).status()).isEqualTo(200);
        }
        await().until(() -> inFlight("forms") == 0);
        assertThat(postForm(CLASSIFICATIONS, form).status()).isEqualTo(200);
    }

    @Test
    void aBodyThatNobodyReadsTakesNoRoom() throws IOException {
        try (Socket slow = start("/nothing", "application/json", "Content-Length: 16777216")) {
            assertThat(new String(slow.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 404");
            assertThat(inFlight("bodies")).isZero();
        }
    }

    private double inFlight(String kind) {
        return meters.get("lenet.http.in.flight").tag("kind", kind).gauge().value();
    }

    /** Announces a body and sends its first byte. */
    private Socket start(String path, String contentType, String length) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.getOutputStream()
                .write("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n%s\r\n\r\n%s"
                        .formatted(path, contentType, length, length.contains("chunked") ? "1\r\n{\r\n" : "{")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}

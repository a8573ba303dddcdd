package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Clients that send too slowly, and clients that read nothing until they have sent everything. */
@TestPropertySource(properties = "lenet.http.body-grace=2s")
class BodyPaceTest extends ServiceContract {

    private static final int MIB = 1 << 20;

    @Autowired
    MeterRegistry meters;

    @ParameterizedTest
    @ValueSource(ints = {17, 64, 100})
    void aClientThatReadsNothingUntilItHasSentEverythingSeesWhyItWasRefused(int megabytes) throws IOException {
        try (Socket socket = start(CLASSIFICATIONS, "image/png", megabytes * MIB)) {
            send(socket, megabytes);

            assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("%,d bytes".formatted(megabytes * MIB));
        }
    }

    @Test
    void aConnectionIsOfUseAfterARefusal() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            byte[] request = request("/nothing", "image/png", 2 * MIB, "keep-alive");
            for (int i = 0; i < 2; i++) {
                socket.getOutputStream().write(request);
                send(socket, 2);
            }
            socket.shutdownOutput();

            assertThat(answer(socket).split("HTTP/1.1 404", -1)).hasSize(3);
        }
    }

    @Test
    void moreThanIsReadOfARefusedBodyEndsTheConnection() throws IOException {
        try (Socket socket = start("/nothing", "image/png", 200 * MIB)) {
            assertThatThrownBy(() -> send(socket, 200)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x"})
    void aBodyThatComesByDropsIsGivenUpAndItsRoomIsFree(String contentType) throws IOException {
        try (Socket socket = start(CLASSIFICATIONS, contentType, 3 * MIB)) {
            await().until(() -> {
                try {
                    socket.getOutputStream().write('x');
                } catch (IOException e) {
                    return true;
                }
                return socket.getInputStream().available() > 0;
            });

            assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("/problems/too-slow");
        }
        await().until(() -> meters.get("lenet.http.in.flight").gauges().stream().allMatch(gauge -> gauge.value() == 0));
    }

    private Socket start(String path, String contentType, int length) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.getOutputStream().write(request(path, contentType, length, "close"));
        return socket;
    }

    private static byte[] request(String path, String contentType, int length, String connection) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, connection, contentType, length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void send(Socket socket, int megabytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        byte[] megabyte = new byte[MIB];
        for (int i = 0; i < megabytes; i++) {
            out.write(megabyte);
        }
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

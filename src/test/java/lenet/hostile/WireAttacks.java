package lenet.hostile;

import static lenet.hostile.Request.get;
import static lenet.hostile.Request.post;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What no library for HTTP would send. */
final class WireAttacks {

    private static final int MIB = 1 << 20;
    private static final String CLASSIFY = "/api/v1/classifications";
    private static final String END = " HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n";

    private WireAttacks() {}

    static List<Attack> all(Spoils spoils) {
        Request picture = post(CLASSIFY, "image/png", spoils.seven());
        String chunked = "POST " + CLASSIFY + END + "Content-Type: image/png\r\n";
        return List.of(
                raw(
                        "malformed request lines and headers",
                        Set.of(400, 404, 405, 414, 431),
                        "\r\n\r\nrubbish\r\n\r\n",
                        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
                        "GET\r\n\r\n",
                        "GET /api/<x>" + END + "\r\n",
                        "GET /../../etc/passwd" + END + "\r\n",
                        "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                        "GET /" + END + "Host: localhost\r\n\r\n",
                        "GET /" + END + "a b: x\r\n\r\n",
                        "G\u0001T /" + END + "\r\n",
                        "BREW /api/v1/models" + END + "\r\n",
                        "GET /" + "x".repeat(20_000) + END + "\r\n",
                        chunked + "Content-Length: -1\r\n\r\n",
                        chunked + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                        chunked + "Content-Length: 99999999999999999999\r\n\r\n",
                        chunked + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nab\r\n0\r\n\r\n",
                        chunked + "Transfer-Encoding: chunked\r\n\r\nffffffffff\r\nab\r\n0\r\n\r\n",
                        chunked + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"),
                raw(
                        "methods, codings and versions that are not spoken here",
                        Set.of(405, 501),
                        "CONNECT localhost:80 HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
                        "TRACE /" + END + "\r\n",
                        chunked + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                        chunked + "Transfer-Encoding: nonsense\r\n\r\n0\r\n\r\n"),
                raw(
                        "versions of HTTP that are not spoken here",
                        Set.of(400, 505),
                        "GET / HTTP/2.0\r\nHost: HOST\r\nConnection: close\r\n\r\n",
                        "GET / HTTP/9.9\r\nHost: HOST\r\nConnection: close\r\n\r\n"),
                raw(
                        "the preface of HTTP/2, which ends the connection",
                        Set.of(Answer.NONE),
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                raw(
                        "a header on two lines",
                        Set.of(200, 400),
                        "GET / HTTP/1.1\r\nX: y\r\n folded: z\r\nHost: HOST\r\nConnection: close\r\n\r\n"),
                Attack.of("expectations that nobody can meet", Set.of(417), picture.with("Expect: nonsense")),
                Attack.of(
                        "ranges that no file has",
                        Set.of(200, 416),
                        get("/index.html").with("Range: bytes=99999999-"),
                        get("/index.html").with("Range: bytes=" + "0-,".repeat(2000) + "0-"),
                        get("/index.html").with("Range: bytes=5-1"),
                        get("/api/v1/models/1/safetensors").with("Range: bytes=99999999-")),
                Attack.of(
                        "headers of 20 kB and 2,000 headers",
                        Set.of(400, 431),
                        get("/api/v1/models").with("X: " + "x".repeat(20_000)),
                        new Request(
                                "GET",
                                "/api/v1/models",
                                Stream.generate(() -> "X-Y: z").limit(2000).toList(),
                                new byte[0]),
                        get("/api/v1/models").with("Cookie: " + "a=b; ".repeat(4000))),
                Attack.of(
                                "bodies of 17 to 64 MiB from clients that do not read meanwhile",
                                Set.of(413),
                                post(CLASSIFY, "image/png", new byte[17 * MIB]),
                                post("/api/v1/models", "application/octet-stream", new byte[64 * MIB]),
                                post("/api/v1/training-jobs", Request.JSON, new byte[33 * MIB]),
                                post("/v2/models/live/infer", Request.JSON, new byte[17 * MIB]))
                        .by(4, Duration.ofSeconds(6)),
                Attack.of(
                                "bodies announced and never sent",
                                Set.of(400, 408, 413, Answer.NONE),
                                (client, turn) -> unsent(client))
                        .by(8, Duration.ofSeconds(1)),
                Attack.of(
                                "a header, letter by letter",
                                Set.of(400, 408, Answer.NONE),
                                (client, turn) -> letterByLetter(client))
                        .by(2, Duration.ofSeconds(1)),
                Attack.of(
                                "clients that have ended their half",
                                Set.of(200),
                                (client, turn) -> halfClosed(client, picture))
                        .by(4, Duration.ofMillis(500)),
                Attack.of(
                                "clients that reset in the middle",
                                Set.of(200),
                                (client, turn) -> reset(client, picture, turn))
                        .by(8, Duration.ofMillis(200)),
                Attack.of(
                                "1,000 requests in one breath, no answer read",
                                Set.of(200),
                                (client, turn) -> pipelined(client))
                        .by(2, Duration.ofSeconds(2)));
    }

    private static Attack raw(String name, Set<Integer> expected, String... texts) {
        return Attack.of(name, expected, (client, turn) -> client.send(texts[turn % texts.length]));
    }

    private static void unsent(RudeClient client) throws IOException, InterruptedException {
        try (Connection connection = client.connect()) {
            connection.write(
                    "POST /v2/models/live/infer HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: 16000000\r\n\r\n{"
                            .formatted(client.host()));
            TimeUnit.SECONDS.sleep(30);
            connection.endOutput();
            client.judged(connection.answer(), () -> "one of 16,000,000 bytes");
        }
    }

    /** On 100 connections. */
    private static void letterByLetter(RudeClient client) throws IOException, InterruptedException {
        List<Connection> connections = new ArrayList<>();
        try {
            for (int number = 0; number < 100; number++) {
                connections.add(client.connect());
            }
            byte[] head = get("/").with("X: " + "x".repeat(100)).head(client.host());
            for (int letter = 0; letter < 30; letter++) {
                byte[] next = Arrays.copyOfRange(head, letter, letter + 1);
                connections.removeIf(connection -> !connection.write(next));
                TimeUnit.SECONDS.sleep(1);
            }
            for (Connection connection : connections) {
                connection.endOutput();
                client.judged(connection.answer(), () -> "30 letters of a request");
            }
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static void halfClosed(RudeClient client, Request request) throws IOException {
        try (Connection connection = client.connect()) {
            connection.write(request.head(client.host()));
            connection.write(request.body());
            connection.endOutput();
            client.judged(connection.answer(), () -> request + ", and the end of the client's output");
        }
    }

    /** Nobody waits for an answer; the picture after it must have one. */
    private static void reset(RudeClient client, Request request, int turn) throws IOException {
        try (Connection connection = client.connect()) {
            connection.write(request.head(client.host()));
            connection.write(Arrays.copyOf(request.body(), turn % request.body().length));
            connection.reset();
        }
        client.send(request);
    }

    private static void pipelined(RudeClient client) throws IOException, InterruptedException {
        try (Connection connection = client.connect()) {
            String requests = "GET /api/v1/models/live/card HTTP/1.1\r\nHost: %s\r\n\r\n"
                    .formatted(client.host())
                    .repeat(1000);
            connection.write(requests);
            TimeUnit.SECONDS.sleep(2);
            client.judged(connection.beginning(), () -> "1,000 requests");
            connection.reset();
        }
    }
}

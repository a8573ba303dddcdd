package lenet.paper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The service as its clients have it: JSON over HTTP. */
final class Api {

    private static final int NOT_FOUND = 404;
    private static final Set<Integer> LATER = Set.of(429, 503);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    /** A client of the service at {@code address}, such as {@code http://localhost:8080}. */
    Api(URI address) {
        this.address = address;
    }

    /** What is at {@code path}; absent where the service knows nothing there. */
    Optional<JsonNode> find(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path).GET());
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(json(answer));
    }

    /** What is at {@code path}, where something must be. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return json(send(request(path).GET()));
    }

    /** A plain text. */
    String text(String path) throws IOException, InterruptedException {
        return send(request(path).setHeader("Accept", "text/plain").GET()).body();
    }

    /** Does again what has failed. */
    void retry(String path) throws IOException, InterruptedException {
        json(send(request(path).POST(BodyPublishers.noBody())));
    }

    /**
     * Creates what {@code body} asks for, or finds what the same call has created before; absent where the service has
     * nothing that does so.
     *
     * @param name of what is created, the readable part of its idempotency key
     */
    Optional<JsonNode> create(String path, String name, JsonNode body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", name + "-" + sha256(body.toString()).substring(0, 16))
                .POST(BodyPublishers.ofString(body.toString())));
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(json(answer));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json");
    }

    /** Sends it, again and again while the service is full. */
    private HttpResponse<String> send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        while (LATER.contains(answer.statusCode())) {
            Thread.sleep(PAUSE.toMillis());
            answer = http.send(request, BodyHandlers.ofString());
        }
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("%s %s was answered with %d: %s"
                    .formatted(answer.request().method(), answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body().isEmpty()
                ? JsonNodeFactory.instance.missingNode()
                : JsonMapper.shared().readTree(answer.body());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

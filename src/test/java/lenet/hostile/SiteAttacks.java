package lenet.hostile;

import static lenet.hostile.Request.delete;
import static lenet.hostile.Request.get;
import static lenet.hostile.Request.post;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a page on the web has a visitor's browser send. */
final class SiteAttacks {

    private static final String JOB = "{\"epochs\":1,\"trainingImages\":100,\"promote\":\"never\"}";

    private SiteAttacks() {}

    static List<Attack> all(Spoils spoils) {
        byte[] file = spoils.model();
        byte[] none = new byte[0];
        Request[] changes = Stream.of(
                        new Request("POST", "/api/v1/training-jobs", List.of(), none),
                        post(
                                "/api/v1/training-jobs",
                                "text/plain",
                                JOB.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        new Request("POST", "/api/v1/models/aliases/live/rollback", List.of(), none),
                        post("/api/v1/models/aliases/live", "{\"version\":1}").method("PUT"),
                        delete("/api/v1/models/1"),
                        Form.ofFiles(1, file).to("/api/v1/models"),
                        new Request("POST", "/api/v1/models", List.of(), file),
                        post(
                                "/v2/models/live/infer",
                                "text/plain",
                                JOB.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        post("/api/v1/classifications", "text/plain", spoils.seven()))
                .toArray(Request[]::new);
        return List.of(
                Attack.of(
                        "changes from another site",
                        Set.of(403),
                        from(changes, "Origin: http://evil.example", "Sec-Fetch-Site: cross-site")),
                Attack.of(
                        "changes from another origin of an old browser",
                        Set.of(403),
                        from(changes, "Origin: http://evil.example")),
                Attack.of("changes from a sandboxed frame", Set.of(403), from(changes, "Origin: null")),
                Attack.of(
                        "changes from another port of this host",
                        Set.of(403),
                        from(changes, "Sec-Fetch-Site: same-site")),
                Attack.of(
                        "foreign names of this host",
                        Set.of(403),
                        get("/api/v1/models/live").with("Host: evil.example:8080"),
                        get("/").with("Host: localhost.evil.example"),
                        get("/swagger-ui/index.html").with("Host: 127.0.0.1.evil.example"),
                        post("/api/v1/training-jobs", JOB).with("Host: evil.example:8080"),
                        get("/actuator/health").with("Host: evil.example")));
    }

    private static Request[] from(Request[] requests, String... headers) {
        return Stream.of(requests)
                .map(request -> Stream.of(headers).reduce(request, Request::with, (one, other) -> other))
                .toArray(Request[]::new);
    }
}

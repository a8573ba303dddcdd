package lenet.hostile;

import static lenet.hostile.Request.post;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Bodies of JSON that are larger, deeper, longer or less unique than they need be. */
final class JsonAttacks {

    private static final int MIB = 1 << 20;
    private static final Duration SECONDS = Duration.ofSeconds(4);
    private static final String INFER = "/v2/models/live/infer";
    private static final String CLASSIFY = "/api/v1/classifications";
    private static final String JOBS = "/api/v1/training-jobs";

    private static final List<String> OPERATIONS = List.of(
            INFER, CLASSIFY, JOBS, "/api/v1/sweeps", "/api/v1/ensembles", "/api/v1/models/aliases/live/rollback");

    private JsonAttacks() {}

    static List<Attack> all(Spoils spoils) {
        String inputs = "{\"inputs\":[{\"name\":\"image\",\"shape\":[1,1,28,28],\"datatype\":\"UINT8\",\"data\":%s}],"
                .formatted(spoils.pixels());
        byte[] tree = Flood.of(16 * MIB - 1024, "{\"parameters\":{\"a\":[", "{},", "{}]}}");
        byte[] treeAndPicture = Flood.of(16 * MIB - 1024, inputs + "\"parameters\":{\"a\":[", "{},", "{}]}}");
        return List.of(
                Attack.of(
                                "trees as parameters of /v2 infer",
                                Set.of(200, 400, 413),
                                post(INFER, Request.JSON, tree),
                                post(INFER, Request.JSON, treeAndPicture))
                        .by(6, SECONDS),
                Attack.of(
                                "the same as another type",
                                Set.of(413, 415),
                                post(INFER, "text/plain", tree),
                                post(INFER, "image/png", tree))
                        .by(2, SECONDS),
                Attack.of(
                                "objects as pixels",
                                Set.of(400, 413, 422),
                                post(CLASSIFY, Request.JSON, Flood.of(4 * MIB - 1024, "{\"pixels\":[", "{},", "{}]}")),
                                post(
                                        CLASSIFY,
                                        Request.JSON,
                                        Flood.of(4 * MIB - 1024, "{\"pixels\":[[", "[0],", "0]]}")))
                        .by(6, SECONDS),
                Attack.of("floods of brackets, names, tokens, digits and letters", Set.of(400, 413, 422), floods())
                        .by(4, Duration.ofSeconds(1)),
                Attack.of(
                                "100,000 names of outputs",
                                Set.of(400, 413),
                                post(
                                        INFER,
                                        Request.JSON,
                                        Flood.of(
                                                2 * MIB,
                                                inputs + "\"outputs\":[",
                                                n -> "{\"name\":\"o" + n + "\"},",
                                                "{\"name\":\"o\"}]}")))
                        .by(2, SECONDS),
                Attack.of(
                        "a name twice in one object",
                        Set.of(400),
                        post(JOBS, "{\"epochs\":1000,\"epochs\":1}"),
                        post(CLASSIFY, "{\"pixels\":[[0]],\"pixels\":%s}".formatted(spoils.pixels())),
                        post(INFER, inputs + "\"inputs\":[]}"),
                        post("/api/v1/models/aliases/candidate", "{\"version\":1,\"version\":2}")
                                .method("PUT"),
                        post("/api/v1/sweeps", "{\"grid\":{\"seed\":[1],\"seed\":[2]}}")),
                Attack.of(
                        "null instead of something",
                        Set.of(400, 422),
                        post(JOBS, "null"),
                        post(JOBS, "{\"epochs\":null}"),
                        post(JOBS, "{\"augmentation\":{\"rotation\":null}}"),
                        post("/api/v1/sweeps", "null"),
                        post("/api/v1/ensembles", "null"),
                        post(CLASSIFY, "null"),
                        post(INFER, "null")));
    }

    private static Request[] floods() {
        List<byte[]> bodies = List.of(
                Flood.of(MIB, "", "[", ""),
                Flood.of(MIB, "", "{\"a\":", ""),
                Flood.of(MIB, "{", n -> "\"n" + n + "\":0,", "\"n\":0}"),
                Flood.of(MIB, "{\"pixels\":[", "0,", "0]}"),
                Flood.of(MIB, "{\"pixels\":[[1", "1", "]]}"),
                Flood.of(MIB, "{\"pixels\":[[1e", "9", "]]}"),
                Flood.of(MIB, "{\"name\":\"", "x", "\"}"),
                Flood.of(MIB, "{\"", "x", "\":0}"),
                Flood.of(MIB, "", " ", "{"));
        List<Request> requests = new ArrayList<>();
        OPERATIONS.forEach(path -> bodies.forEach(body -> requests.add(post(path, Request.JSON, body))));
        return requests.toArray(Request[]::new);
    }
}

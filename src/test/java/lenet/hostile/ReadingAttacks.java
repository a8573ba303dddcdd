package lenet.hostile;

import static lenet.hostile.Request.delete;
import static lenet.hostile.Request.get;
import static lenet.hostile.Request.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parameters, headers, path variables and text that two readers could read in two ways. */
final class ReadingAttacks {

    private static final String CLASSIFY = "/api/v1/classifications";
    private static final String MODELS = "/api/v1/models";
    private static final String JOBS = "/api/v1/training-jobs";
    private static final String NO_JOB = JOBS + "/00000000-0000-0000-0000-000000000000";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private ReadingAttacks() {}

    static List<Attack> all(Spoils spoils) {
        return List.of(
                Attack.of(
                        "unknown, doubled and empty parameters",
                        Set.of(422),
                        Stream.concat(
                                        Stream.of(
                                                        "rejectbelow=0.99999",
                                                        "rejectBelow=0.1&rejectBelow=0.9",
                                                        "rejectBelow",
                                                        "normalised",
                                                        "normalised=true&normalised=false",
                                                        "model=1&model=2",
                                                        "format=csv")
                                                .map(query ->
                                                        post(CLASSIFY + "?" + query, "image/png", spoils.seven())),
                                        Stream.of(
                                                        MODELS + "?sice=3",
                                                        MODELS + "?size=3&size=4",
                                                        MODELS + "/live?format=csv",
                                                        MODELS + "/live/card?x=1",
                                                        MODELS + "/live/safetensors?x=1",
                                                        JOBS + "?stat=RUNNING",
                                                        "/api/v1/sweeps?sice=3",
                                                        "/api/v1/dataset/test?labels=7",
                                                        "/api/v1/architectures?x=1",
                                                        MODELS + "?a=" + "x".repeat(4000))
                                                .map(Request::get))
                                .toArray(Request[]::new)),
                Attack.of(
                        "numbers as Java reads them",
                        Set.of(422),
                        Stream.concat(
                                        Stream.of(
                                                        "rejectBelow=0.9f",
                                                        "rejectBelow=0x1p-1",
                                                        "rejectBelow=NaN",
                                                        "rejectBelow=%2B0.5",
                                                        "rejectBelow=1e-1d",
                                                        "model=0x1")
                                                .map(query ->
                                                        post(CLASSIFY + "?" + query, "image/png", spoils.seven())),
                                        Stream.of(
                                                        "page=0x1",
                                                        "page=%20%201",
                                                        "page=%D9%A1",
                                                        "size=1_0",
                                                        "size=%2B3",
                                                        "page=99999999999999999999")
                                                .map(query -> get(MODELS + "?" + query)))
                                .toArray(Request[]::new)),
                Attack.of(
                        "strange path variables",
                        Set.of(400, 404, 422),
                        Stream.of(
                                        "/01",
                                        "/0x1",
                                        "/%201",
                                        "/1%20",
                                        "/+1",
                                        "/-1",
                                        "/%D9%A1",
                                        "/1L",
                                        "/1e0",
                                        "/99999999999999999999999",
                                        "/%00",
                                        "/%2e%2e",
                                        "/a%2Fb",
                                        "/%F0%28%8C%28",
                                        "/%C0%AE")
                                .flatMap(id ->
                                        Stream.of(get(MODELS + id), delete(MODELS + id), get(MODELS + id + "/onnx")))
                                .toArray(Request[]::new)),
                Attack.of(
                        "strange ids of jobs",
                        Set.of(400, 404, 422),
                        Stream.of("%20", "0", "%0A", ";a=b", "%3B")
                                .flatMap(tail -> Stream.of(
                                        get(NO_JOB + tail), delete(NO_JOB + tail), get(JOBS + "/1-1-1-1-1" + tail)))
                                .toArray(Request[]::new)),
                Attack.of(
                        "text that is no UTF-8, or not to be seen",
                        Set.of(400, 422),
                        Stream.of(
                                        new byte[] {(byte) 0xC0, (byte) 0x80},
                                        new byte[] {(byte) 0xC1, (byte) 0x81},
                                        new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                                        new byte[] {(byte) 0xFF},
                                        "\u200B".getBytes(StandardCharsets.UTF_8),
                                        "\u3164".getBytes(StandardCharsets.UTF_8),
                                        "a\u202Eb".getBytes(StandardCharsets.UTF_8),
                                        "a\\u202Eb".getBytes(StandardCharsets.UTF_8),
                                        "\\uD800".getBytes(StandardCharsets.UTF_8),
                                        "\\u0000".getBytes(StandardCharsets.UTF_8))
                                .map(ReadingAttacks::named)
                                .toArray(Request[]::new)),
                Attack.of(
                        "charsets in Accept",
                        Set.of(200, 202, 204, 406, 409, 429),
                        (client, turn) -> charsets(client, spoils, turn)));
    }

    /** A job of that name, which would be a small one. */
    private static Request named(byte[] name) {
        String latin = new String(name, StandardCharsets.ISO_8859_1);
        return post(
                JOBS,
                Request.JSON,
                "{\"epochs\":1,\"trainingImages\":100,\"promote\":\"never\",\"name\":\"%s\"}"
                        .formatted(latin)
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A job that was refused must not have been started. */
    private static void charsets(RudeClient client, Spoils spoils, int turn) throws IOException {
        List<String> charsets = List.of("iso-8859-1", "utf-16", "utf-32", "us-ascii", "x-nonsense", "windows-1252");
        String accept = "Accept: application/json;charset=" + charsets.get(turn % charsets.size());
        client.send(get(MODELS + "/live").with(accept));
        client.send(get(JOBS).with(accept));
        client.send(post(CLASSIFY, "image/png", spoils.seven()).with(accept));
        String key = "Idempotency-Key: charset-" + turn;
        String body = "{\"epochs\":1,\"trainingImages\":100,\"promote\":\"never\"}";
        Answer refused = client.send(post(JOBS, body).with(accept).with(key));
        Answer taken = refused.status() == 406 ? client.send(post(JOBS, body).with(key)) : refused;
        var id = ID.matcher(taken.body());
        if (taken.status() == 202 && id.find()) {
            client.send(post(JOBS + "/" + id.group(1) + "/cancel", ""));
            client.send(delete(JOBS + "/" + id.group(1)));
        }
    }
}

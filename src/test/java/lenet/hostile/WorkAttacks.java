package lenet.hostile;

import static lenet.hostile.Request.get;
import static lenet.hostile.Request.post;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Questions that are quickly asked and slowly answered. */
final class WorkAttacks {

    private static final String MODELS = "/api/v1/models";
    private static final String ALL_MODELS = MODELS + "?size=100";
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    /** Of every model. */
    private static final List<String> QUESTIONS = List.of(
            "/evaluation/corruptions",
            "/evaluation",
            "/evaluation/rejection",
            "/evaluation/reliability",
            "/evaluation/examples?limit=100",
            "/kernels?layer=all",
            "/card",
            "/onnx");

    private WorkAttacks() {}

    static List<Attack> all(Spoils spoils) {
        return List.of(
                Attack.of("everything that is computed of every model", Set.of(200, 404, 409), WorkAttacks::ask)
                        .by(8, Duration.ofSeconds(1)),
                Attack.of(
                                "corruptions of the live model as pictures",
                                Set.of(200),
                                (client, turn) -> client.send(get(MODELS + "/live/evaluation/corruptions")
                                        .with("Accept: image/svg+xml")))
                        .by(4, Duration.ofSeconds(1)),
                Attack.of(
                                "lists of 100",
                                Set.of(200),
                                get(ALL_MODELS),
                                get("/api/v1/training-jobs?size=100"),
                                get("/api/v1/sweeps?size=100"),
                                get("/api/v1/ensembles?size=100"),
                                get("/api/v1/dataset/test?size=100"))
                        .by(12, Duration.ofMillis(500)),
                Attack.of(
                                "/v2 infer by the architecture's name",
                                Set.of(200),
                                post("/v2/models/lenet5/infer", """
                                        {"inputs":[{"name":"image","shape":[1,1,28,28],"datatype":"UINT8","data":%s}]}
                                        """.formatted(spoils.pixels())),
                                get("/v2/models/lenet5"))
                        .by(4, Duration.ofMillis(500)),
                Attack.of("the model as a Deeplearning4j file", Set.of(200, 404, 409), get(MODELS + "/1/dl4j"))
                        .by(4, Duration.ofSeconds(2)),
                classifications(spoils));
    }

    /** 64 connections, a new one for each picture. */
    static Attack classifications(Spoils spoils) {
        return Attack.of(
                        "classifications by 64 clients",
                        Set.of(200),
                        post("/api/v1/classifications", "image/png", spoils.seven()))
                .by(64, Duration.ofMillis(200));
    }

    private static void ask(RudeClient client, int turn) throws IOException {
        List<String> versions = VERSION.matcher(client.send(get(ALL_MODELS)).body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        if (!versions.isEmpty()) {
            String version = versions.get(turn % versions.size());
            client.send(get(MODELS + "/" + version + QUESTIONS.get(turn % QUESTIONS.size())));
            client.send(get(MODELS + "/compare?a=" + version + "&b=" + versions.get(turn * 7 % versions.size())));
        }
    }
}

package lenet.hostile;

import static lenet.hostile.Request.delete;
import static lenet.hostile.Request.get;
import static lenet.hostile.Request.post;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What leaves something behind: jobs, streams, models, keys, sweeps, aliases. What they made they take away again. */
final class StateAttacks {

    private static final String JOBS = "/api/v1/training-jobs";
    private static final String SWEEPS = "/api/v1/sweeps";
    private static final String MODELS = "/api/v1/models";
    private static final String CANDIDATE = MODELS + "/aliases/candidate";

    private static final String SMALL = """
            {"name": "hostile", "epochs": 1, "trainingImages": 100, "promote": "never"}
            """;
    private static final String SWEEP = """
            {"name": "hostile", "recipe": {"epochs": 1, "trainingImages": 100}, "grid": {"seed": [1, 2, 3, 4, 5, 6, 7, 8]},
             "promote": "never"}
            """;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    private StateAttacks() {}

    static List<Attack> all(Spoils spoils) {
        return List.of(
                Attack.of(
                        "jobs paused and resumed past the queue's bound",
                        Set.of(200, 202, 204, 404, 409, 429),
                        StateAttacks::pauses),
                Attack.of(
                                "200 event streams of a paused job",
                                Set.of(200, 202, 204, 404, 409, 429),
                                StateAttacks::streams)
                        .by(2, Duration.ofSeconds(2)),
                Attack.of(
                                "imports with one changed byte",
                                Set.of(200, 201, 204, 404, 409, 507),
                                (client, turn) -> imports(client, spoils, turn))
                        .by(2, Duration.ofSeconds(1)),
                Attack.of("idempotency keys", Set.of(202, 204, 400, 404, 409, 422, 429), StateAttacks::keys),
                Attack.of("sweeps", Set.of(202, 204, 404, 409, 429), StateAttacks::sweeps)
                        .by(1, Duration.ofSeconds(2)),
                Attack.of(
                        "an alias moved to a model that is being deleted",
                        Set.of(200, 201, 204, 404, 409, 422, 507),
                        (client, turn) -> race(client, spoils, turn)));
    }

    private static void pauses(RudeClient client, int turn) throws IOException {
        List<String> jobs = new ArrayList<>();
        try {
            for (int number = 0; number < 110; number++) {
                Answer answer = client.send(post(JOBS, SMALL));
                if (answer.status() != 202) {
                    break;
                }
                jobs.add(first(ID, answer));
                client.send(post(JOBS + "/" + jobs.get(number) + "/pause", ""));
            }
            for (String job : jobs) {
                client.send(post(JOBS + "/" + job + "/resume", ""));
            }
            client.send(get(JOBS + "?size=100&state=QUEUED"));
        } finally {
            for (String job : jobs) {
                dispose(client, JOBS, job);
            }
        }
    }

    private static void streams(RudeClient client, int turn) throws IOException, InterruptedException {
        Answer submitted = client.send(post(JOBS, SMALL));
        if (submitted.status() != 202) {
            return;
        }
        String job = first(ID, submitted);
        client.send(post(JOBS + "/" + job + "/pause", ""));
        Request events = get(JOBS + "/" + job + "/events").with("Accept: text/event-stream");
        List<Connection> connections = new ArrayList<>();
        try {
            for (int number = 0; number < 200; number++) {
                Connection connection = client.connect();
                connections.add(connection);
                connection.write(events.head(client.host()));
            }
            for (Connection connection : connections) {
                client.judged(connection.beginning(), events::toString);
            }
            TimeUnit.SECONDS.sleep(2);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
            dispose(client, JOBS, job);
        }
    }

    /** Until no more are taken; then all but the first and what is in use are deleted. */
    private static void imports(RudeClient client, Spoils spoils, int turn) throws IOException {
        Answer answer = client.send(variant(spoils, turn));
        if (answer.status() == 409 || answer.status() == 507) {
            var versions =
                    VERSION.matcher(client.send(get(MODELS + "?size=100")).body());
            while (versions.find()) {
                if (!versions.group(1).equals("1")) {
                    client.send(delete(MODELS + "/" + versions.group(1)));
                }
            }
        }
    }

    private static void keys(RudeClient client, int turn) throws IOException {
        String key = "Idempotency-Key: " + turn;
        client.send(post(JOBS, "{\"epochs\":0}").with(key + "-refused"));
        client.send(post(JOBS, SMALL).with("Idempotency-Key: " + "k".repeat(5000)));
        Answer answer = client.send(post(JOBS, SMALL).with(key));
        client.send(post(JOBS, SMALL).with(key));
        if (answer.status() == 202) {
            dispose(client, JOBS, first(ID, answer));
        }
    }

    private static void sweeps(RudeClient client, int turn) throws IOException {
        Answer answer = client.send(post(SWEEPS, SWEEP));
        if (answer.status() == 202) {
            dispose(client, SWEEPS, first(ID, answer));
        }
    }

    /** Whichever wins, an alias must not point at a model that is gone. */
    private static void race(RudeClient client, Spoils spoils, int turn) throws IOException, InterruptedException {
        Answer imported = client.send(variant(spoils, -1 - turn));
        if (imported.status() != 200 && imported.status() != 201) {
            return;
        }
        String version = first(VERSION, imported);
        Thread deletion = new Thread(() -> {
            try {
                client.send(delete(MODELS + "/" + version));
            } catch (IOException e) {
                client.accuse(e.toString());
            }
        });
        deletion.start();
        client.send(post(CANDIDATE, "{\"version\":" + version + "}").method("PUT"));
        deletion.join();
        Answer alias = client.send(get(CANDIDATE));
        if (alias.status() == 200
                && client.send(get(MODELS + "/" + first(VERSION, alias))).status() == 404) {
            client.accuse("the alias candidate points at version " + first(VERSION, alias) + ", which is gone");
        }
        client.send(delete(CANDIDATE));
        client.send(delete(MODELS + "/" + version));
    }

    /** A model that nobody has sent before: the last weights differ in their last bits. */
    private static Request variant(Spoils spoils, int number) {
        byte[] file = spoils.model().clone();
        ByteBuffer.wrap(file).putShort(file.length - 8, (short) number).putShort(file.length - 4, (short)
                (number >> 16));
        return post(MODELS, "application/octet-stream", file);
    }

    private static void dispose(RudeClient client, String path, String id) throws IOException {
        client.send(post(path + "/" + id + "/cancel", ""));
        client.send(delete(path + "/" + id));
    }

    private static String first(Pattern pattern, Answer answer) {
        var found = pattern.matcher(answer.body());
        return found.find() ? found.group(1) : "none in " + answer.text();
    }
}

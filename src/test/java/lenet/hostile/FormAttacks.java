package lenet.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Multipart forms of too many parts, too many at once, cut off, and slow. */
final class FormAttacks {

    private static final String CLASSIFY = "/api/v1/classifications";

    private FormAttacks() {}

    static List<Attack> all(Spoils spoils) {
        byte[] padded = Arrays.copyOf(spoils.seven(), 63 * 1024);
        Request nowhere = Form.ofFiles(1000, padded).to("/nothing");
        Request hundred = Form.ofFiles(100, padded).to(CLASSIFY);
        return List.of(
                Attack.of("forms of 1,000 parts to no operation", Set.of(404, 405, 413), nowhere)
                        .by(10, Duration.ofSeconds(15)),
                Attack.of("forms of 100 pictures, many at once", Set.of(200, 413), hundred)
                        .by(20, Duration.ofSeconds(5)),
                Attack.of(
                        "forms of too many parts, fields and headers",
                        Set.of(400, 413, 415, 422),
                        Form.ofFiles(101, spoils.seven()).to(CLASSIFY),
                        Form.ofFiles(1001, spoils.seven()).to(CLASSIFY),
                        Form.ofFields(5000).to(CLASSIFY),
                        Form.ofFields(1).to("/api/v1/training-jobs"),
                        new Form()
                                .part("name=\"file\"; filename=\"" + "x".repeat(100_000) + "\"", spoils.seven())
                                .to(CLASSIFY),
                        Form.ofFields(0).to(CLASSIFY)),
                Attack.of("forms that are cut off", Set.of(400), (client, turn) -> cutOff(client, hundred, turn))
                        .by(4, Duration.ofSeconds(1)),
                Attack.of("slow forms", Set.of(400, 408, Answer.NONE), (client, turn) -> slowly(client, hundred))
                        .by(20, Duration.ofSeconds(1)));
    }

    private static void cutOff(RudeClient client, Request form, int turn) throws IOException {
        try (Connection connection = client.connect()) {
            connection.write(form.head(client.host()));
            connection.write(Arrays.copyOf(form.body(), 1 + turn * 9973 % form.body().length));
            connection.endOutput();
            client.judged(connection.answer(), () -> "a part of " + form);
        }
    }

    private static void slowly(RudeClient client, Request form) throws IOException, InterruptedException {
        try (Connection connection = client.connect()) {
            connection.write(form.head(client.host()));
            for (int sent = 0; sent < 100; sent++) {
                if (!connection.write(Arrays.copyOfRange(form.body(), 64 * sent, 64 * (sent + 1)))) {
                    break;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
            connection.endOutput();
            client.judged(connection.answer(), () -> "64 bytes at a time of " + form);
        }
    }
}

package lenet.hostile;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;

/** Sends what it likes and hands every answer to the tally of its attack. */
final class RudeClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InetSocketAddress address;
    private final Tally tally;

    RudeClient(InetSocketAddress address, Tally tally) {
        this.address = address;
        this.tally = tally;
    }

    /** Sends the request to its end before it reads. */
    Answer send(Request request) throws IOException {
        try (Connection connection = connect()) {
            if (connection.write(request.head(host()))) {
                connection.write(request.body());
            }
            return judged(connection.answer(), request::toString);
        }
    }

    /** Sends bytes that need not be a request; {@code HOST} in them becomes the service's. */
    Answer send(String raw) throws IOException {
        try (Connection connection = connect()) {
            connection.write(raw.replace("HOST", host()));
            return judged(connection.answer(), () -> raw);
        }
    }

    Answer judged(Answer answer, Supplier<String> sent) {
        tally.count(answer, sent);
        return answer;
    }

    /** A promise that was broken although every single answer was as it should be. */
    void accuse(String what) {
        tally.accuse(what);
    }

    Connection connect() throws IOException {
        return new Connection(address, PATIENCE);
    }

    String host() {
        return address.getHostString() + ":" + address.getPort();
    }
}

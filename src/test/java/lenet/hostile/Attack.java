package lenet.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One kind of rudeness, which some clients repeat until the hour is over.
 *
 * @param expected statuses that the documentation allows besides 503 with {@code Retry-After}
 * @param pause of each client between two turns
 */
record Attack(String name, Set<Integer> expected, int clients, Duration pause, Move move) {

    /** What one client does at one turn; its answers are judged as they come. */
    interface Move {
        void make(RudeClient client, int turn) throws IOException, InterruptedException;
    }

    static Attack of(String name, Set<Integer> expected, Move move) {
        return new Attack(name, expected, 1, Duration.ofMillis(500), move);
    }

    /** One after the other, again and again. */
    static Attack of(String name, Set<Integer> expected, Request... requests) {
        return of(name, expected, (client, turn) -> client.send(requests[turn % requests.length]));
    }

    Attack by(int clients, Duration pause) {
        return new Attack(name, expected, clients, pause, move);
    }

    static List<Attack> all(Spoils spoils) {
        return Stream.of(
                        JsonAttacks.all(spoils),
                        FormAttacks.all(spoils),
                        WorkAttacks.all(spoils),
                        StateAttacks.all(spoils),
                        SiteAttacks.all(spoils),
                        ReadingAttacks.all(spoils),
                        WireAttacks.all(spoils),
                        FileAttacks.all(spoils))
                .flatMap(List::stream)
                .toList();
    }
}

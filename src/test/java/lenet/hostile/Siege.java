package lenet.hostile;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** All attacks at once. */
final class Siege {

    /** A turn may have many requests, of which each may take as long as a client waits. */
    private static final Duration LAST_TURNS = Duration.ofMinutes(3);

    private final InetSocketAddress address;
    private final List<Attack> attacks;

    Siege(InetSocketAddress address, List<Attack> attacks) {
        this.address = address;
        this.attacks = List.copyOf(attacks);
    }

    /** Begins no turn after {@code duration} and returns when the last has ended. */
    List<Tally> last(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        List<Tally> tallies = new ArrayList<>();
        ExecutorService clients = Executors.newCachedThreadPool();
        for (Attack attack : attacks) {
            Tally tally = new Tally(attack);
            tallies.add(tally);
            RudeClient client = new RudeClient(address, tally);
            for (int number = 0; number < attack.clients(); number++) {
                int first = number;
                clients.execute(() -> repeat(attack, client, first, end));
            }
        }
        clients.shutdown();
        if (!clients.awaitTermination(duration.plus(LAST_TURNS).toSeconds(), TimeUnit.SECONDS)) {
            clients.shutdownNow();
        }
        return tallies;
    }

    private static void repeat(Attack attack, RudeClient client, int first, long end) {
        try {
            for (int turn = first; System.nanoTime() < end; turn += attack.clients()) {
                try {
                    attack.move().make(client, turn);
                } catch (IOException | RuntimeException e) {
                    client.accuse("turn " + turn + ": " + e);
                }
                // Not in step with the other clients.
                long pause = attack.pause().toMillis();
                TimeUnit.MILLISECONDS.sleep(
                        pause / 2 + ThreadLocalRandom.current().nextLong(pause + 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package lenet.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.util.unit.DataSize;

/** Counts the bytes that clients are sending, and refuses those that would be too many at once. */
final class BytesInFlight {

    private static final int RETRY_SECONDS = 1;

    private final String kind;
    private final int most;
    private final Semaphore room;
    private final Counter refusals;

    /**
     * A count of its own.
     *
     * @param kind what is counted, in the plural
     */
    BytesInFlight(String kind, DataSize most, MeterRegistry meters) {
        this.kind = kind;
        this.most = (int) most.toBytes();
        room = new Semaphore(this.most);
        Gauge.builder("lenet.http.in.flight", room, free -> this.most - free.availablePermits())
                .description("Bytes that clients are sending or the service has not done with, as they announced them")
                .tag("kind", kind)
                .baseUnit("bytes")
                .register(meters);
        refusals = Counter.builder("lenet.http.refused")
                .description("Requests that were refused because too many bytes were in flight")
                .tag("kind", kind)
                .register(meters);
    }

    /**
     * Makes room for {@code bytes}, to be given back by {@link #release}.
     *
     * @throws ProblemException if there is none
     */
    void acquire(int bytes) {
        if (!room.tryAcquire(bytes)) {
            refusals.increment();
            throw ProblemException.passing(
                    ProblemType.TOO_MANY_BODIES,
                    String.format(
                            Locale.ROOT,
                            "%,d bytes of %s are being read, at most %,d are at once, and this has %,d more; try again",
                            most - room.availablePermits(),
                            kind,
                            most,
                            bytes),
                    RETRY_SECONDS);
        }
    }

    void release(int bytes) {
        room.release(bytes);
    }
}

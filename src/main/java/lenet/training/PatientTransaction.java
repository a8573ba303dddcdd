package lenet.training;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction that waits for the database to come back, for as long as it takes, and is then tried again. */
final class PatientTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(PatientTransaction.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final TransactionTemplate transaction;
    private final BooleanSupplier givingUp;

    /**
     * @param givingUp asked between two tries; once it says true, the failure is thrown instead
     */
    PatientTransaction(TransactionTemplate transaction, BooleanSupplier givingUp) {
        this.transaction = transaction;
        this.givingUp = givingUp;
    }

    /**
     * Runs {@code work} in a transaction. An unheard commit may be followed by another try, so the work must bear to find
     * itself done.
     */
    void execute(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /** What {@code work} finds in a transaction. */
    <T> T get(Supplier<T> work) {
        boolean waiting = false;
        boolean wantingRoom = false;
        while (true) {
            try {
                T result = Objects.requireNonNull(transaction.execute(status -> work.get()));
                if (wantingRoom) {
                    LOG.info("Training goes on: the database has room again.");
                } else if (waiting) {
                    LOG.debug("training goes on: the database answers again");
                }
                return result;
            } catch (RuntimeException e) {
                if (!DatabaseOutage.isCauseOf(e) || givingUp.getAsBoolean()) {
                    throw e;
                }
                if (!wantingRoom && DatabaseOutage.isForWantOfRoom(e)) {
                    wantingRoom = true;
                    LOG.warn(
                            "Training waits: the database has no room ({}). It goes on by itself when there is some;"
                                    + " until then requests that write are answered with 503.",
                            firstLine(NestedExceptionUtils.getMostSpecificCause(e)));
                } else if (!waiting) {
                    LOG.debug("training waits for the database", e);
                }
                waiting = true;
                pause();
            }
        }
    }

    /** PostgreSQL gives hints in further ones. */
    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobStoppedException(JobStoppedException.Cause.SHUTDOWN, null, null);
        }
    }
}

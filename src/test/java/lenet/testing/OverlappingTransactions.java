package lenet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.transaction.support.TransactionTemplate;

/** Two that want the same at the same time. */
public record OverlappingTransactions(TransactionTemplate transaction) {

    /** Does one thing in a transaction and begins another one on a thread of its own before that is committed. */
    public Future<?> run(Runnable first, Runnable second) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                first.run();
                Future<?> run = thread.submit(second);
                // It may get as far as it can; what waits for this transaction goes on after it.
                assertThat(run).failsWithin(Duration.ofMillis(300));
                return run;
            }));
        } finally {
            thread.shutdown();
        }
    }
}

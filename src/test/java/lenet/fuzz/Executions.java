package lenet.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Counts and times what a target does with its inputs; while Jazzer searches, a row of {@code target/fuzz-report.md}. */
final class Executions implements BeforeAllCallback, AfterAllCallback {

    private static final Path REPORT = Path.of("target", "fuzz-report.md");

    /** Many times what the slowest input takes: machines may be busy. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private long started;
    private long count;
    private long slowest;
    private int findings;

    /** What a target does with one input. */
    @FunctionalInterface
    interface Target {
        void run() throws Exception;
    }

    /** Runs {@code target} once; fails with whatever it throws, and when it takes too long. */
    void run(Target target) throws Exception {
        long before = System.nanoTime();
        findings++;
        target.run();
        long taken = System.nanoTime() - before;
        // The first one loads classes, which Jazzer instruments.
        if (taken > LONGEST.toNanos() && count > 0) {
            throw new AssertionError("the input took " + Duration.ofNanos(taken));
        }
        findings--;
        slowest = count == 0 ? 0 : Math.max(slowest, taken);
        count++;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        started = System.nanoTime();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (System.getenv("JAZZER_FUZZ") == null) {
            return;
        }
        String row = String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %,d s | %,d ms | %d |%n",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                context.getRequiredTestClass().getSimpleName().replace("FuzzTest", ""),
                count,
                Duration.ofNanos(System.nanoTime() - started).toSeconds(),
                Duration.ofNanos(slowest).toMillis(),
                findings);
        if (Files.notExists(REPORT)) {
            Files.writeString(REPORT, """
                    | ended | target | executions | time | slowest | findings |
                    | --- | --- | ---: | ---: | ---: | ---: |
                    """);
        }
        Files.writeString(REPORT, row, StandardOpenOption.APPEND);
    }
}

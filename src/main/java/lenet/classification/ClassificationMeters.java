package lenet.classification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lenet.image.ImageRejectedException;
import lenet.model.ModelVersion;
import org.springframework.stereotype.Component;

/** What Prometheus sees of classification. */
@Component
class ClassificationMeters {

    private static final Duration[] BUCKETS = IntStream.of(
                    100, 250, 500, 1_000, 2_500, 5_000, 10_000, 20_000, 50_000, 100_000, 500_000)
            .mapToObj(microseconds -> Duration.ofNanos(1_000L * microseconds))
            .toArray(Duration[]::new);

    /** A part of a classification's time. */
    enum Stage {
        DECODE,
        NORMALISE,
        INFER
    }

    /** Why a request was not computed. */
    enum Drop {
        QUEUE_FULL,
        DEADLINE,
        CALLER_LEFT
    }

    private final MeterRegistry registry;
    private final Map<Stage, Timer> timers;
    private final List<Counter> digits;
    private final Counter classified;
    private final Counter unsure;

    ClassificationMeters(MeterRegistry registry) {
        this.registry = registry;
        timers = Arrays.stream(Stage.values())
                .collect(Collectors.toMap(Function.identity(), stage -> Timer.builder("lenet.classification.duration")
                        .description("Time of one stage of a classification request")
                        .tag("stage", name(stage))
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry)));
        digits = IntStream.range(0, 10)
                .mapToObj(digit -> Counter.builder("lenet.classification.digits")
                        .description("Pictures by the digit they were taken for")
                        .tag("digit", Integer.toString(digit))
                        .register(registry))
                .toList();
        classified = outcome("classified");
        unsure = Counter.builder("lenet.classification.unsure")
                .description("Classified pictures whose confidence lay below what the caller asked for")
                .register(registry);
        for (ImageRejectedException.Reason reason : ImageRejectedException.Reason.values()) {
            outcome(name(reason));
        }
        for (Drop drop : Drop.values()) {
            drops(drop);
        }
    }

    <T> T timed(Stage stage, Supplier<T> work) {
        Timer.Sample sample = Timer.start(registry);
        try {
            return work.get();
        } finally {
            sample.stop(Objects.requireNonNull(timers.get(stage)));
        }
    }

    void took(Stage stage, Duration time) {
        Objects.requireNonNull(timers.get(stage)).record(time);
    }

    void classified(int digit) {
        digits.get(digit).increment();
        classified.increment();
    }

    void unsure(int pictures) {
        unsure.increment(pictures);
    }

    void rejected(ImageRejectedException.Reason reason) {
        outcome(name(reason)).increment();
    }

    /** Counts a request that was not computed. */
    void dropped(Drop drop) {
        drops(drop).increment();
    }

    /** Shows how many requests wait for their turn. */
    void showWaiting(Number waiting) {
        Gauge.builder("lenet.classification.waiting", waiting::doubleValue)
                .description("Requests that wait for their turn to be classified")
                .register(registry);
    }

    /** Shows which model is live, and how good it is. */
    void showLive(Supplier<Optional<ModelVersion>> live) {
        Gauge.builder("lenet.model.live.version", () -> value(live, ModelVersion::version))
                .description("Version of the model that classifies")
                .register(registry);
        Gauge.builder(
                        "lenet.model.live.accuracy",
                        () -> value(live, version -> version.model().scores().validationAccuracy()))
                .description("Accuracy of the model that classifies, 0 to 1")
                .tag("split", "validation")
                .register(registry);
        Gauge.builder(
                        "lenet.model.live.accuracy",
                        () -> value(live, version -> version.model().scores().testAccuracy()))
                .description("Accuracy of the model that classifies, 0 to 1")
                .tag("split", "test")
                .register(registry);
    }

    private static double value(Supplier<Optional<ModelVersion>> live, ToDoubleFunction<ModelVersion> figure) {
        return live.get().map(figure::applyAsDouble).orElse(Double.NaN);
    }

    private Counter outcome(String outcome) {
        return Counter.builder("lenet.classification.pictures")
                .description("Pictures by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter drops(Drop drop) {
        return Counter.builder("lenet.classification.dropped")
                .description("Requests that were not classified, by what was in the way")
                .tag("reason", name(drop))
                .register(registry);
    }

    private static String name(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}

package lenet.classification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What Prometheus sees of evaluations. */
@Component
class EvaluationMeters {

    /** Why a request was not answered. */
    enum Drop {
        QUEUE_FULL,
        DEADLINE,
        CALLER_LEFT
    }

    private final MeterRegistry registry;

    EvaluationMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Drop drop : Drop.values()) {
            drops(drop);
        }
    }

    /** The time of computations of one kind. */
    Timer duration(String kind) {
        return Timer.builder("lenet.evaluation.duration")
                .description("Time that it took to evaluate a model")
                .tag("kind", kind)
                .register(registry);
    }

    /** Counts a request that was not answered. */
    void dropped(Drop drop) {
        drops(drop).increment();
    }

    /** Shows how many requests wait, and how many computations are not finished. */
    void showWaiting(Supplier<Number> requests, Supplier<Number> computations) {
        Gauge.builder("lenet.evaluation.waiting", requests)
                .description("Requests that wait for an evaluation")
                .register(registry);
        Gauge.builder("lenet.evaluation.pending", computations)
                .description("Evaluations that were asked for and are not finished")
                .register(registry);
    }

    private Counter drops(Drop drop) {
        return Counter.builder("lenet.evaluation.dropped")
                .description("Requests for an evaluation that went without, by what was in the way")
                .tag("reason", drop.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}

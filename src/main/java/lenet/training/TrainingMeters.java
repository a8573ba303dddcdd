package lenet.training;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import lenet.evaluation.EpochMetrics;
import org.springframework.stereotype.Component;

/** What Prometheus sees of training. */
@Component
class TrainingMeters {

    private final Counter images;
    private final Counter batches;
    private final Counter epochs;
    private final AtomicReference<Double> batchLoss = new AtomicReference<>(Double.NaN);
    private final AtomicReference<Double> validationLoss = new AtomicReference<>(Double.NaN);
    private final AtomicReference<Double> validationAccuracy = new AtomicReference<>(Double.NaN);

    TrainingMeters(MeterRegistry registry, JobRepository jobs) {
        images = Counter.builder("lenet.training.images")
                .description("Pictures trained on, each epoch counted")
                .register(registry);
        batches = Counter.builder("lenet.training.batches")
                .description("Optimiser steps taken")
                .register(registry);
        epochs = Counter.builder("lenet.training.epochs")
                .description("Epochs finished")
                .register(registry);
        for (JobState state : JobState.values()) {
            Gauge.builder("lenet.training.jobs", () -> jobs.count(state))
                    .description("Training jobs by state")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("lenet.training.queue.depth", () -> jobs.count(JobState.QUEUED))
                .description("Training jobs that wait for their turn")
                .register(registry);
        Gauge.builder("lenet.training.loss", batchLoss, AtomicReference::get)
                .description("Mean cross-entropy of the last batch, in nats")
                .register(registry);
        Gauge.builder("lenet.training.validation.loss", validationLoss, AtomicReference::get)
                .description("Validation cross-entropy after the last epoch, in nats")
                .register(registry);
        Gauge.builder("lenet.training.validation.accuracy", validationAccuracy, AtomicReference::get)
                .description("Validation accuracy after the last epoch, 0 to 1")
                .register(registry);
    }

    void batchTrained(int size, double meanLoss) {
        images.increment(size);
        batches.increment();
        batchLoss.set(meanLoss);
    }

    void epochTrained(EpochMetrics metrics) {
        epochs.increment();
        validationLoss.set(metrics.validationLoss());
        validationAccuracy.set(metrics.validationAccuracy());
    }
}

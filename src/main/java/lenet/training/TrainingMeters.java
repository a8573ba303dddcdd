package lenet.training;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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

    private final MeterRegistry registry;
    private final Counter resumes;
    private final Counter takeovers;
    private final Counter fenced;
    private final Counter checkpointBytes;
    private final Timer checkpointSeconds;
    private final Timer wait;
    private volatile Map<JobState, Integer> jobs = Map.of();

    TrainingMeters(MeterRegistry registry) {
        this.registry = registry;
        images = Counter.builder("lenet.training.images")
                .description("Pictures trained on, each epoch counted")
                .register(registry);
        batches = Counter.builder("lenet.training.batches")
                .description("Optimiser steps taken")
                .register(registry);
        epochs = Counter.builder("lenet.training.epochs")
                .description("Epochs finished")
                .register(registry);
        resumes = Counter.builder("lenet.training.resumes")
                .description("Jobs that this node started from a checkpoint or a second time")
                .register(registry);
        takeovers = Counter.builder("lenet.training.takeovers")
                .description("Jobs that this node took from one that had died")
                .register(registry);
        fenced = Counter.builder("lenet.training.fenced.writes")
                .description("Writes refused because the job had moved on to another attempt")
                .register(registry);
        checkpointBytes = Counter.builder("lenet.training.checkpoint.size")
                .description("Checkpoints written")
                .baseUnit(BaseUnits.BYTES)
                .register(registry);
        checkpointSeconds = Timer.builder("lenet.training.checkpoint")
                .description("Time to write a checkpoint")
                .register(registry);
        wait = Timer.builder("lenet.training.queue.wait")
                .description("Time from a job's entry into the queue to its start")
                .register(registry);
        for (JobState state : JobState.values()) {
            Gauge.builder("lenet.training.jobs", () -> jobs.getOrDefault(state, 0))
                    .description("Training jobs by state, on all nodes together")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("lenet.training.queue.depth", () -> jobs.getOrDefault(JobState.QUEUED, 0))
                .description("Training jobs that wait for their turn")
                .register(registry);
        Gauge.builder("lenet.training.loss", batchLoss, AtomicReference::get)
                .description("Mean loss of the last batch, of the recipe's kind")
                .register(registry);
        Gauge.builder("lenet.training.validation.loss", validationLoss, AtomicReference::get)
                .description("Validation loss after the last epoch, of the recipe's kind")
                .register(registry);
        Gauge.builder("lenet.training.validation.accuracy", validationAccuracy, AtomicReference::get)
                .description("Validation accuracy after the last epoch, 0 to 1")
                .register(registry);
    }

    /** Jobs by state, as counted a moment ago: a scrape never waits for the database. */
    void showJobs(Map<JobState, Integer> counts) {
        jobs = counts;
    }

    /** Shows how many jobs run on this node. */
    void showRunning(Supplier<Number> running) {
        Gauge.builder("lenet.training.running", running)
                .description("Training jobs that run on this node")
                .register(registry);
    }

    void waited(Duration duration) {
        wait.record(duration);
    }

    void resumed() {
        resumes.increment();
    }

    void takenOver() {
        takeovers.increment();
    }

    void fenced() {
        fenced.increment();
    }

    void checkpointWritten(long bytes, Runnable writing) {
        checkpointSeconds.record(writing);
        checkpointBytes.increment((double) bytes);
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

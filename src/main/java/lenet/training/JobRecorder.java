package lenet.training;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import lenet.evaluation.EpochMetrics;
import lenet.network.NetworkState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a running job's progress, curve and checkpoints to the database, and ends the loop when it should end. */
final class JobRecorder implements TrainingListener {

    private static final Logger LOG = LoggerFactory.getLogger(JobRecorder.class);

    /** Short enough that a cancellation takes effect within a second, even between two slow steps. */
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final UUID job;
    private final Recipe recipe;
    private final JobStore store;
    private final TransactionTemplate transaction;
    private final TrainingMeters meters;
    private final BooleanSupplier shuttingDown;
    private long lastLook = System.nanoTime() - INTERVAL.toNanos();

    JobRecorder(
            TrainingJob job,
            JobStore store,
            TransactionTemplate transaction,
            TrainingMeters meters,
            BooleanSupplier shuttingDown) {
        this.job = job.id();
        this.recipe = job.recipe();
        this.store = store;
        this.transaction = transaction;
        this.meters = meters;
        this.shuttingDown = shuttingDown;
    }

    @Override
    public void onProgress(int epoch, int batch, double imagesPerSecond) {
        if (shuttingDown.getAsBoolean()) {
            throw new JobStoppedException(JobStoppedException.Cause.SHUTDOWN);
        }
        long now = System.nanoTime();
        if (now - lastLook < INTERVAL.toNanos()) {
            return;
        }
        lastLook = now;
        if (store.jobs().cancelRequested(job)) {
            throw new JobStoppedException(JobStoppedException.Cause.CANCELLED);
        }
        store.jobs().saveProgress(job, epoch, batch, imagesPerSecond);
    }

    @Override
    public void onBatchEnd(int images, double meanLoss) {
        meters.batchTrained(images, meanLoss);
    }

    @Override
    public void onEpochEnd(EpochMetrics metrics, boolean best, NetworkState state) {
        Checkpoint checkpoint = new Checkpoint(metrics.epoch(), state);
        transaction.executeWithoutResult(status -> {
            store.jobs().saveProgress(job, metrics.epoch(), recipe.batchesPerEpoch(), metrics.imagesPerSecond());
            store.curves().append(job, metrics);
            store.checkpoints().save(job, Checkpoint.Kind.LAST, checkpoint);
            if (best) {
                store.checkpoints().save(job, Checkpoint.Kind.BEST, checkpoint);
            }
            store.jobs().appendEpochEvent(job, metrics.epoch());
        });
        meters.epochTrained(metrics);
        LOG.info("job {} {}", job, line(metrics));
    }

    private String line(EpochMetrics metrics) {
        return String.format(
                Locale.ROOT,
                "epoch %d/%d: training loss %.4f accuracy %.4f, validation loss %.4f accuracy %.4f, %.1f s, %,.0f images/s",
                metrics.epoch(),
                recipe.epochs(),
                metrics.trainingLoss(),
                metrics.trainingAccuracy(),
                metrics.validationLoss(),
                metrics.validationAccuracy(),
                metrics.seconds(),
                metrics.imagesPerSecond());
    }
}

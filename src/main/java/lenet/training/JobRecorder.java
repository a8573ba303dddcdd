package lenet.training;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import lenet.evaluation.EpochMetrics;
import lenet.network.NetworkState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a running job's progress, curve and checkpoints to the database, and ends the loop when it should end. While the
 * database is away, training goes on to the next checkpoint and waits there.
 */
final class JobRecorder implements TrainingListener {

    private static final Logger LOG = LoggerFactory.getLogger(JobRecorder.class);

    /** Short enough that a wish takes effect within a second, even between two slow steps. */
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final TrainingJob job;
    private final Lease lease;
    private final JobStore store;
    private final PatientTransaction transaction;
    private final TrainingProperties properties;
    private final TrainingMeters meters;
    private final BooleanSupplier shuttingDown;
    private final long start = System.nanoTime();
    private long lastLook = start - INTERVAL.toNanos();
    private long lastCheckpoint = start;
    private boolean silent;

    /**
     * @param job as it was started
     */
    JobRecorder(
            TrainingJob job,
            JobStore store,
            PatientTransaction transaction,
            TrainingProperties properties,
            TrainingMeters meters,
            BooleanSupplier shuttingDown) {
        this.job = job;
        this.lease = job.lease();
        this.store = store;
        this.transaction = transaction;
        this.properties = properties;
        this.meters = meters;
        this.shuttingDown = shuttingDown;
    }

    @Override
    public void onProgress(int epoch, int batch, double imagesPerSecond, Supplier<Checkpoint> here) {
        if (shuttingDown.getAsBoolean()) {
            throw stopped(JobStoppedException.Cause.SHUTDOWN, here);
        }
        long now = System.nanoTime();
        if (now - lastLook < INTERVAL.toNanos()) {
            return;
        }
        lastLook = now;
        look(epoch, batch, imagesPerSecond, here);
        if (now - lastCheckpoint >= properties.checkpointInterval().toNanos()) {
            Checkpoint checkpoint = here.get();
            transaction.execute(() -> {
                store.leases().saveProgress(lease, epoch, batch, imagesPerSecond, ran());
                save(checkpoint, false);
            });
            lastCheckpoint = System.nanoTime();
        }
    }

    @Override
    public void onBatchEnd(int images, double meanLoss) {
        meters.batchTrained(images, meanLoss);
    }

    @Override
    public void onEpochEnd(EpochMetrics metrics, boolean best, NetworkState state) {
        Checkpoint checkpoint = new Checkpoint(metrics.epoch(), state);
        transaction.execute(() -> {
            store.leases()
                    .saveProgress(
                            lease, metrics.epoch(), job.recipe().batchesPerEpoch(), metrics.imagesPerSecond(), ran());
            if (store.curves().append(lease.job(), metrics)) {
                store.events().appendEpoch(lease.job(), metrics.epoch());
            }
            save(checkpoint, best);
        });
        lastCheckpoint = System.nanoTime();
        meters.epochTrained(metrics);
        LOG.info("job {} {}", lease.job(), line(metrics));
        Integer pauseAfterEpoch = job.pauseAfterEpoch();
        if (pauseAfterEpoch != null
                && metrics.epoch() >= pauseAfterEpoch
                && metrics.epoch() < job.recipe().epochs()) {
            throw new JobStoppedException(
                    JobStoppedException.Cause.PAUSED,
                    "paused after epoch %d, as asked".formatted(metrics.epoch()),
                    null);
        }
    }

    /** Looks at the job and the clock without a checkpoint to make, while the finished network is evaluated. */
    void onEvaluation(EpochMetrics last) {
        if (shuttingDown.getAsBoolean()) {
            throw stopped(JobStoppedException.Cause.SHUTDOWN, null);
        }
        long now = System.nanoTime();
        if (now - lastLook >= INTERVAL.toNanos()) {
            lastLook = now;
            look(last.epoch(), job.recipe().batchesPerEpoch(), last.imagesPerSecond(), null);
        }
    }

    private void look(int epoch, int batch, double imagesPerSecond, @Nullable Supplier<Checkpoint> here) {
        if (ran().compareTo(mayRun()) > 0) {
            throw stopped(JobStoppedException.Cause.OVERDUE, here);
        }
        Optional<JobWish> wish;
        try {
            store.leases().saveProgress(lease, epoch, batch, imagesPerSecond, ran());
            wish = store.leases().wish(lease);
            silent = false;
        } catch (RuntimeException e) {
            if (!DatabaseOutage.isCauseOf(e)) {
                throw e;
            }
            if (!silent) {
                LOG.debug("job {} trains on to its next checkpoint without the database", job.id(), e);
            }
            silent = true;
            return;
        }
        if (wish.isPresent()) {
            throw stopped(
                    wish.get() == JobWish.CANCEL
                            ? JobStoppedException.Cause.CANCELLED
                            : JobStoppedException.Cause.PAUSED,
                    here);
        }
    }

    private void save(Checkpoint checkpoint, boolean best) {
        meters.checkpointWritten(checkpoint.bytes() * (best ? 2 : 1), () -> {
            store.checkpoints().save(lease.job(), Checkpoint.Kind.LAST, checkpoint);
            if (best) {
                store.checkpoints().save(lease.job(), Checkpoint.Kind.BEST, checkpoint);
            }
        });
        store.leases().forgetCrashes(lease);
    }

    private static JobStoppedException stopped(JobStoppedException.Cause cause, @Nullable Supplier<Checkpoint> here) {
        return new JobStoppedException(cause, null, here == null ? null : here.get());
    }

    private Duration ran() {
        return job.ran().plusNanos(System.nanoTime() - start);
    }

    private Duration mayRun() {
        Duration own = job.maxDuration();
        return own == null ? properties.maxDuration() : own;
    }

    private String line(EpochMetrics metrics) {
        return String.format(
                Locale.ROOT,
                "epoch %d/%d: training loss %.4f accuracy %.4f, validation loss %.4f accuracy %.4f, %.1f s, %,.0f images/s",
                metrics.epoch(),
                job.recipe().epochs(),
                metrics.trainingLoss(),
                metrics.trainingAccuracy(),
                metrics.validationLoss(),
                metrics.validationAccuracy(),
                metrics.seconds(),
                metrics.imagesPerSecond());
    }
}

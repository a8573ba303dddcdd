package lenet.sweep;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lenet.training.IdempotencyKey;
import lenet.training.JobStateException;
import lenet.training.NewTrainingJob;
import lenet.training.Promotion;
import lenet.training.QueueFullException;
import lenet.training.TrainingJob;
import lenet.training.TrainingService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes sweeps in, tells about them and ends them. */
@Service
public class SweepService {

    private static final Logger LOG = LoggerFactory.getLogger(SweepService.class);
    private static final String CANCELLED = "the sweep was cancelled";
    private static final int CANCELLATION_TRIES = 5;
    private static final int LONGEST_NAME = 80;

    private final SweepRepository sweeps;
    private final TrialRuns runs;
    private final TrainingService training;
    private final TransactionTemplate transaction;

    SweepService(SweepRepository sweeps, TrialRuns runs, TrainingService training, TransactionTemplate transaction) {
        this.sweeps = sweeps;
        this.runs = runs;
        this.training = training;
        this.transaction = transaction;
    }

    /** One page of sweeps and the number of sweeps in all. */
    public record Page(List<SweepReport> sweeps, int total) {}

    /**
     * Puts a job for every trial into the queue, all of them or none; or finds the sweep that the key stands for already.
     *
     * @param key absent where the client gave none
     * @throws SweepKeyReusedException when the key stands for another sweep
     * @throws SweepTooLargeException when the queue has no place for all trials
     */
    public SweepReport submit(NewSweep sweep, @Nullable IdempotencyKey key) {
        Optional<UUID> known = known(key);
        if (known.isPresent()) {
            return find(known.get());
        }
        UUID id = UUID.randomUUID();
        try {
            transaction.executeWithoutResult(status -> insert(id, sweep, key));
        } catch (QueueFullException e) {
            throw new SweepTooLargeException(sweep.trials().size(), e);
        } catch (DuplicateKeyException e) {
            // The same key has come twice at once; the other one was faster.
            return find(known(key).orElseThrow(() -> e));
        }
        return find(id);
    }

    private Optional<UUID> known(@Nullable IdempotencyKey key) {
        if (key == null) {
            return Optional.empty();
        }
        Optional<UUID> sweep = sweeps.findByKey(key);
        sweep.filter(id -> !sweeps.wasAskedForBy(id, key)).ifPresent(id -> {
            throw new SweepKeyReusedException(id);
        });
        return sweep;
    }

    private void insert(UUID id, NewSweep sweep, @Nullable IdempotencyKey key) {
        sweeps.insert(id, sweep, key);
        for (int trial = 1; trial <= sweep.trials().size(); trial++) {
            NewTrial asked = sweep.trials().get(trial - 1);
            UUID job = training.submit(job(id, sweep, trial, asked.job())).id();
            sweeps.insertTrial(id, trial, job, asked.settings());
        }
    }

    private static NewTrainingJob job(UUID id, NewSweep sweep, int trial, NewTrainingJob asked) {
        Halving halving = sweep.halving();
        return new NewTrainingJob(
                "%s, trial %d".formatted(shortName(id, sweep.name()), trial),
                asked.notes(),
                asked.recipe(),
                Promotion.NEVER,
                asked.priority(),
                asked.maxDuration(),
                halving == null ? null : halving.minEpochs());
    }

    private static String shortName(UUID id, @Nullable String name) {
        if (name == null) {
            return "sweep " + id.toString().substring(0, 8);
        }
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    /**
     * The sweep as it stands, its trials ranked.
     *
     * @throws SweepNotFoundException when there is none of that id
     */
    public SweepReport find(UUID id) {
        return report(sweeps.find(id).orElseThrow(() -> new SweepNotFoundException(id)));
    }

    /** Sweeps, the newest first. */
    public Page list(int offset, int limit) {
        return new Page(sweeps.list(offset, limit).stream().map(this::report).toList(), sweeps.count());
    }

    /**
     * Cancels every job that has not ended, in one transaction. A sweep that is already CANCELLED stays so.
     *
     * @throws SweepNotFoundException when there is none of that id
     * @throws SweepStateException when the sweep has COMPLETED
     */
    public SweepReport cancel(UUID id) {
        for (int tries = 1; ; tries++) {
            try {
                transaction.executeWithoutResult(status -> cancelJobs(id));
                return find(id);
            } catch (JobStateException e) {
                // A job has ended by itself in between; the next look sees that.
                if (tries == CANCELLATION_TRIES) {
                    throw e;
                }
            }
        }
    }

    private void cancelJobs(UUID id) {
        Sweep sweep = locked(id);
        if (sweep.state() == SweepState.COMPLETED) {
            throw new SweepStateException(sweep, "cancelled", "RUNNING");
        }
        if (sweep.state() == SweepState.CANCELLED) {
            return;
        }
        for (TrialRun run : runs.of(id)) {
            TrainingJob job = run.job();
            if (job != null && !run.hasEnded()) {
                training.cancel(job.id(), CANCELLED);
                sweeps.endTrial(id, run.trial().number(), CANCELLED);
            }
        }
        sweeps.finish(id, SweepState.CANCELLED);
    }

    /**
     * Removes a sweep that has ended, and its jobs with their curves; the models they made stay.
     *
     * @throws SweepNotFoundException when there is none of that id
     * @throws SweepStateException when the sweep has not ended
     * @throws JobStateException when one of its jobs has not ended: the cancellation is under way, or it was retried
     */
    public void delete(UUID id) {
        transaction.executeWithoutResult(status -> {
            Sweep sweep = locked(id);
            if (sweep.state() == SweepState.RUNNING) {
                throw new SweepStateException(sweep, "deleted", "CANCELLED or COMPLETED");
            }
            for (TrialRun run : runs.of(id)) {
                if (run.job() != null) {
                    training.delete(run.job().id());
                }
            }
            sweeps.delete(id);
        });
    }

    /**
     * Removes sweeps, with their jobs, that ended longer than {@code age} ago, and those beyond the {@code most} that ended
     * last, unless one of their jobs was retried and trains again. Says how many they were.
     */
    public int removeEnded(Duration age, int most) {
        return (int) sweeps.ended(age, most).stream().filter(this::isRemoved).count();
    }

    private boolean isRemoved(UUID id) {
        try {
            delete(id);
            return true;
        } catch (JobStateException e) {
            LOG.debug("sweep {} stays: {}", id, e.getMessage());
            return false;
        }
    }

    private Sweep locked(UUID id) {
        return sweeps.lock(id).orElseThrow(() -> new SweepNotFoundException(id));
    }

    private SweepReport report(Sweep sweep) {
        return SweepReport.of(sweep, runs.of(sweep.id()));
    }
}

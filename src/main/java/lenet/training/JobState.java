package lenet.training;

import java.util.Set;

/** Where a training job stands. */
public enum JobState {
    /** Waiting for its turn. */
    QUEUED,
    /** Training now, on one node. */
    RUNNING,
    /** Stopped on request, to be resumed; nothing is lost. */
    PAUSED,
    /** Its node has stopped or died; at once QUEUED again, so that only a history shows it. */
    INTERRUPTED,
    /** Trained, evaluated and in the model registry. */
    COMPLETED,
    /** Stopped on request; its curves so far are kept. */
    CANCELLED,
    /** Stopped by an error, which the job names. */
    FAILED;

    /** The states in which a job has ended; only a retry leads out of the last two. */
    public static final Set<JobState> FINAL = Set.of(COMPLETED, CANCELLED, FAILED);

    /** The states in which something may still happen by itself or on request. */
    public static final Set<JobState> NOT_FINAL = Set.of(QUEUED, RUNNING, PAUSED);

    /** Whether the job has ended. */
    public boolean isFinal() {
        return FINAL.contains(this);
    }
}

package lenet.training;

import java.util.Set;

/** Where a training job stands. */
public enum JobState {
    /** Waiting for its turn. */
    QUEUED,
    /** Training now. */
    RUNNING,
    /** Trained, evaluated and in the model registry. */
    COMPLETED,
    /** Stopped on request; its curves so far are kept. */
    CANCELLED,
    /** Stopped by an error, which the job names. */
    FAILED;

    /** The states that no job leaves. */
    public static final Set<JobState> FINAL = Set.of(COMPLETED, CANCELLED, FAILED);

    /** The states in which something may still happen. */
    public static final Set<JobState> NOT_FINAL = Set.of(QUEUED, RUNNING);

    /** Whether no job leaves this state. */
    public boolean isFinal() {
        return FINAL.contains(this);
    }
}

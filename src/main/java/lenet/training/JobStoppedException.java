package lenet.training;

import org.jspecify.annotations.Nullable;

/** Thrown through the training loop to leave it; says what becomes of the job. */
final class JobStoppedException extends RuntimeException {

    /** Why the loop was left. */
    enum Cause {
        /** Somebody asked for it. */
        CANCELLED,
        /** Somebody asked for it, or the job itself before it started. */
        PAUSED,
        /** It has run as long as it may. */
        OVERDUE,
        /** The service is shutting down; the job goes back to the queue. */
        SHUTDOWN
    }

    private final Cause why;
    private final @Nullable String reason;
    private final transient @Nullable Checkpoint checkpoint;

    /**
     * @param reason where there is more to say than the cause does
     * @param checkpoint of where the loop was left, unless there is a newer one already
     */
    JobStoppedException(Cause why, @Nullable String reason, @Nullable Checkpoint checkpoint) {
        super(why.name());
        this.why = why;
        this.reason = reason;
        this.checkpoint = checkpoint;
    }

    Cause why() {
        return why;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    Checkpoint checkpoint() {
        return checkpoint;
    }
}

package lenet.training;

/** Thrown through the training loop to leave it; says what becomes of the job. */
final class JobStoppedException extends RuntimeException {

    /** Why the loop was left. */
    enum Cause {
        /** Somebody asked for it. */
        CANCELLED,
        /** The service is shutting down; the job goes back to the queue. */
        SHUTDOWN
    }

    private final Cause why;

    JobStoppedException(Cause why) {
        super(why.name());
        this.why = why;
    }

    Cause why() {
        return why;
    }
}

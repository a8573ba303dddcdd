package lenet.sweep;

/** Where a sweep stands. */
public enum SweepState {
    /** Some of its jobs may still train. */
    RUNNING,
    /** Every job that was not dropped has ended. */
    COMPLETED,
    /** Stopped on request; the curves so far are kept. */
    CANCELLED
}

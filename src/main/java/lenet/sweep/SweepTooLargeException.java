package lenet.sweep;

import lenet.training.QueueFullException;

/** The queue has no place for all trials at once. */
public final class SweepTooLargeException extends RuntimeException {

    SweepTooLargeException(int trials, QueueFullException cause) {
        super(
                "the sweep's %d trials do not fit into the queue, and none was submitted: %s"
                        .formatted(trials, cause.getMessage()),
                cause);
    }
}

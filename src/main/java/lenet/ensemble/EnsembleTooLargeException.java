package lenet.ensemble;

import lenet.training.QueueFullException;

/** The queue has no place for the jobs of all networks at once. */
public final class EnsembleTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnsembleTooLargeException(int jobs, QueueFullException cause) {
        super(
                "the ensemble's %d jobs do not fit into the queue, and none was submitted: %s"
                        .formatted(jobs, cause.getMessage()),
                cause);
    }
}

package lenet.training;

/** The job has moved on without this node: another runs it, or somebody has ended it. */
final class FencedException extends RuntimeException {

    FencedException(Lease lease) {
        super("job %s has moved on from attempt %d".formatted(lease.job(), lease.attempt()));
    }
}

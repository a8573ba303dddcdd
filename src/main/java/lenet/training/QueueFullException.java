package lenet.training;

/** As many jobs wait as the queue takes, or as many have not ended as may be. */
public final class QueueFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private QueueFullException(String message) {
        super(message);
    }

    static QueueFullException waiting(int bound) {
        return new QueueFullException(
                "%,d training jobs are waiting, which is all the queue takes; wait for one to end or cancel one"
                        .formatted(bound));
    }

    static QueueFullException unfinished(int bound) {
        return new QueueFullException(
                "%,d training jobs wait, run or are paused, which is all that may; wait for one to end or cancel one"
                        .formatted(bound));
    }
}

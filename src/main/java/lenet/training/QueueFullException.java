package lenet.training;

/** As many jobs wait as the queue takes. */
public final class QueueFullException extends RuntimeException {

    QueueFullException(int bound) {
        super("%,d training jobs are waiting, which is all the queue takes; wait for one to end or cancel one"
                .formatted(bound));
    }
}

package lenet.classification;

import java.time.Duration;

/** An evaluation is not there yet: too many wait for theirs, or it takes longer than a request may wait. */
public final class EvaluationNotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private EvaluationNotReadyException(String message) {
        super(message);
    }

    static EvaluationNotReadyException queueFull(int capacity) {
        return new EvaluationNotReadyException(
                "%d requests wait for evaluations, as many as may; this one was not begun".formatted(capacity));
    }

    static EvaluationNotReadyException late(Duration deadline) {
        return new EvaluationNotReadyException(
                "the evaluation has taken longer than %d ms, the longest that a request may wait; it goes on, and is kept"
                                .formatted(deadline.toMillis())
                        + " for whoever asks again");
    }

    static EvaluationNotReadyException stopped() {
        return new EvaluationNotReadyException("the service is stopping; the evaluation was not finished");
    }
}

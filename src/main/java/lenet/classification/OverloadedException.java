package lenet.classification;

import java.time.Duration;

/** More classifications are asked for than can be computed in time. */
public final class OverloadedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private OverloadedException(String message) {
        super(message);
    }

    static OverloadedException queueFull(int capacity) {
        return new OverloadedException("%d requests wait for their turn, as many as may".formatted(capacity));
    }

    static OverloadedException late(Duration deadline) {
        return new OverloadedException("its turn has not come within %d ms, the longest that a request may wait"
                .formatted(deadline.toMillis()));
    }
}

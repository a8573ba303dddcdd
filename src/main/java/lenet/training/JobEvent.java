package lenet.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a job, numbered from 1 within it.
 *
 * @param epoch the finished epoch, of an {@link Kind#EPOCH} event
 * @param from the state left, of a {@link Kind#STATE} event; absent for the first
 * @param state the state entered, of a {@link Kind#STATE} event
 * @param node the node that wrote it
 * @param reason why, where there is more to say than the state does
 */
public record JobEvent(
        int sequence,
        Kind kind,
        Instant at,
        @Nullable Integer epoch,
        @Nullable JobState from,
        @Nullable JobState state,
        @Nullable String node,
        @Nullable String reason) {

    /** What an event tells. */
    public enum Kind {
        EPOCH,
        STATE
    }
}

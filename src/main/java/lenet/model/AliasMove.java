package lenet.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of an alias.
 *
 * @param sequence 1, 2, 3, … for each alias
 * @param from the version it pointed at; absent where it is new
 * @param to the version it points at since; absent where it was deleted
 * @param reason who wanted it: a job, a request, a rollback
 */
public record AliasMove(
        int sequence,
        Kind kind,
        @Nullable Long from,
        @Nullable Long to,
        Instant at,
        String reason) {

    /** Whether a change went on or took an earlier one back. */
    public enum Kind {
        /** To the version that was asked for. */
        SET,
        /** To the version before the last one that was not taken back yet. */
        ROLLBACK,
        /** The alias is gone. */
        DELETED
    }
}

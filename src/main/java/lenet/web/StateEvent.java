package lenet.web;

import java.time.Instant;
import lenet.training.JobState;
import org.jspecify.annotations.Nullable;

/**
 * The data of a {@code state} event.
 *
 * @param from the state left; absent for the first
 * @param node the node that wrote it
 * @param reason why, where there is more to say than the state does
 */
record StateEvent(
        @Nullable JobState state,
        Instant at,
        @Nullable JobState from,
        @Nullable String node,
        @Nullable String reason) {}

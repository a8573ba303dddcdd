package lenet.web;

import java.time.Instant;
import lenet.training.JobState;
import org.jspecify.annotations.Nullable;

/**
 * The data of a {@code state} event.
 *
 * @param reason why, where there is more to say than the state does
 */
record StateEvent(
        @Nullable JobState state, Instant at, @Nullable String reason) {}

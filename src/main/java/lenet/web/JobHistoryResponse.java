package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lenet.training.JobEvent;
import lenet.training.JobState;
import org.jspecify.annotations.Nullable;

/** Every change of a job's state, the oldest first. */
@Schema(name = "JobHistory", description = "Every change of a job's state, the oldest first.")
record JobHistoryResponse(List<Transition> transitions) {

    /** One change of state. */
    @Schema(name = "JobTransition", description = "One change of a job's state.")
    record Transition(
            Instant at,

            @Schema(description = "The state left; null for the first") @Nullable
            JobState from,

            JobState to,

            @Schema(description = "The node that wrote it; null from before there were several") @Nullable
            String node,

            @Schema(description = "Why, where there is more to say than the states do") @Nullable
            String reason) {}

    static JobHistoryResponse of(List<JobEvent> history) {
        return new JobHistoryResponse(history.stream()
                .map(event -> new Transition(
                        event.at(), event.from(), Objects.requireNonNull(event.state()), event.node(), event.reason()))
                .toList());
    }
}

package lenet.training;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What db-scheduler calls: to run a dispatch on this node, and to take one from a node that has died. */
@Component
class JobWorker {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

    private final JobTransitions transitions;
    private final JobRunner runner;
    private final TrainingMeters meters;
    private final Clock clock;
    private final Set<Dispatch> running = ConcurrentHashMap.newKeySet();

    JobWorker(JobTransitions transitions, JobRunner runner, TrainingMeters meters, Clock clock) {
        this.clock = clock;
        this.transitions = transitions;
        this.runner = runner;
        this.meters = meters;
        meters.showRunning(running::size);
    }

    /** Runs the dispatch, unless it comes too late. */
    void execute(TaskInstance<Void> task, ExecutionContext context) {
        Dispatch dispatch = Dispatch.parse(task.getId());
        transitions.start(dispatch).ifPresent(job -> {
            meters.waited(Duration.between(job.queuedAt(), clock.instant()));
            running.add(dispatch);
            try {
                runner.run(job, context.getSchedulerState()::isShuttingDown);
            } finally {
                running.remove(dispatch);
            }
        });
    }

    /** Takes the dispatch from its node, which has not been heard of for too long. */
    void takeOver(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Dispatch dispatch = Dispatch.parse(complete.getExecution().taskInstance.getId());
        if (running.contains(dispatch)) {
            LOG.info("dispatch {} lives: it was the database that was away", dispatch);
            return;
        }
        String node = complete.getExecution().pickedBy;
        if (transitions.takeOver(dispatch, "node %s is no longer heard of".formatted(node))) {
            meters.takenOver();
            LOG.warn("job {} is taken over from node {}, which is no longer heard of", dispatch.job(), node);
        }
        try {
            operations.remove();
        } catch (ExecutionException | SQLRuntimeException e) {
            LOG.debug("another node has removed dispatch {}", dispatch, e);
        }
    }
}

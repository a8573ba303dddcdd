package lenet.training;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** db-scheduler's rows, one for every dispatch that waits or runs. They only wake a node up; {@link JobTransitions} rules. */
@Component
class JobQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("training-job");

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

    private final ObjectProvider<Scheduler> scheduler;
    private final JdbcClient jdbc;

    /** The scheduler is asked for late: it is made of tasks that are made of what puts jobs into this queue. */
    JobQueue(ObjectProvider<Scheduler> scheduler, JdbcClient jdbc) {
        this.scheduler = scheduler;
        this.jdbc = jdbc;
    }

    /**
     * Keeps every other node from adding to the queue until the surrounding transaction has ended.
     */
    void lock() {
        jdbc.sql("select id from training_queue for update")
                .query(Integer.class)
                .single();
    }

    /**
     * Adds a dispatch within the surrounding transaction.
     *
     * @param since when the job was submitted: the oldest of a priority goes first, also when it comes back
     */
    void add(Dispatch dispatch, int priority, Instant since) {
        boolean added;
        try {
            added = scheduler
                    .getObject()
                    .scheduleIfNotExists(
                            TASK.instance(dispatch.toString())
                                    .priority(priority)
                                    .build(),
                            since);
        } catch (DbSchedulerException | SQLRuntimeException e) {
            throw new DataAccessResourceFailureException("the dispatch could not be written", e);
        }
        if (!added) {
            throw new IllegalStateException("dispatch %s is there already".formatted(dispatch));
        }
        // This node need not wait for its next poll; the others find it within theirs.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }

    /** Takes a dispatch away, unless a node has it already, which will then find that it comes too late. */
    void remove(Dispatch dispatch) {
        try {
            scheduler.getObject().cancel(TaskInstanceId.of(TASK.getTaskName(), dispatch.toString()));
        } catch (TaskInstanceException e) {
            LOG.debug("dispatch {} is under way", dispatch, e);
        } catch (SQLRuntimeException e) {
            throw new DataAccessResourceFailureException("the dispatch could not be removed", e);
        }
    }

    /** The dispatches that {@code node} has taken, whether it has started their jobs or not. */
    List<Dispatch> takenBy(Node node) {
        return jdbc
                .sql("select task_instance from scheduled_tasks where task_name = :task and picked_by = :node")
                .param("task", TASK.getTaskName())
                .param("node", node.name())
                .query(String.class)
                .list()
                .stream()
                .map(Dispatch::parse)
                .toList();
    }

    /** Takes away what {@code node} has taken, which must not be running, or somebody would take it for dead later. */
    void removeTakenBy(Node node) {
        jdbc.sql("delete from scheduled_tasks where task_name = :task and picked_by = :node")
                .param("task", TASK.getTaskName())
                .param("node", node.name())
                .update();
    }

    /** Jobs in {@code state} that no dispatch stands for, so that nobody will ever look at them. */
    List<UUID> forgotten(JobState state) {
        return jdbc.sql("""
                        select id from training_job
                        where state = :state and not exists (
                            select 1 from scheduled_tasks
                            where task_name = :task
                            and task_instance = cast(training_job.id as varchar(36)) || '/' || training_job.dispatches)
                        """)
                .param("state", state.name())
                .param("task", TASK.getTaskName())
                .query(UUID.class)
                .list();
    }
}

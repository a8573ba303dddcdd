package lenet.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to jobs. Whoever appends holds the lock on the job's row, so that numbers are given out once. */
@Repository
class JobEventRepository {

    private final JdbcClient jdbc;
    private final Node node;
    private final Clock clock;

    JobEventRepository(JdbcClient jdbc, Node node, Clock clock) {
        this.jdbc = jdbc;
        this.node = node;
        this.clock = clock;
    }

    void appendEpoch(UUID job, int epoch) {
        append(job, JobEvent.Kind.EPOCH, epoch, null, null, null);
    }

    void appendTransition(UUID job, @Nullable JobState from, JobState to, @Nullable String reason) {
        append(job, JobEvent.Kind.STATE, null, from, to, reason);
    }

    /** What happened to the job after event {@code sequence}, in order. */
    List<JobEvent> after(UUID job, int sequence) {
        return jdbc.sql(
                        "select * from training_job_event where job_id = :job and sequence > :sequence order by sequence")
                .param("job", job)
                .param("sequence", sequence)
                .query(JobEventRepository::event)
                .list();
    }

    /** An epoch is one event and a dispatch four at most, so that only a job of many dispatches has many events. */
    void forgetOld(int most) {
        jdbc.sql("""
                        delete from training_job_event
                        where job_id in (select id from training_job where dispatches > :most / 4)
                        and sequence <= -:most + (
                            select max(sequence) from training_job_event as newest
                            where newest.job_id = training_job_event.job_id)
                        """).param("most", most).update();
    }

    private void append(
            UUID job,
            JobEvent.Kind kind,
            @Nullable Integer epoch,
            @Nullable JobState from,
            @Nullable JobState to,
            @Nullable String reason) {
        jdbc.sql("""
                        insert into training_job_event
                            (job_id, sequence, kind, created_at, epoch, from_state, state, node, reason)
                        select :job, coalesce(max(sequence), 0) + 1, :kind, :now, :epoch, :from, :to, :node, :reason
                        from training_job_event where job_id = :job
                        """)
                .param("job", job)
                .param("kind", kind.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("epoch", epoch, Types.INTEGER)
                .param("from", from == null ? null : from.name(), Types.VARCHAR)
                .param("to", to == null ? null : to.name(), Types.VARCHAR)
                .param("node", node.name())
                .param("reason", reason, Types.VARCHAR)
                .update();
    }

    private static JobEvent event(ResultSet row, int number) throws SQLException {
        return new JobEvent(
                row.getInt("sequence"),
                JobEvent.Kind.valueOf(row.getString("kind")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("epoch", Integer.class),
                state(row.getString("from_state")),
                state(row.getString("state")),
                row.getString("node"),
                row.getString("reason"));
    }

    private static @Nullable JobState state(@Nullable String name) {
        return name == null ? null : JobState.valueOf(name);
    }
}

package lenet.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Training jobs and what happened to them, as rows. */
@Repository
class JobRepository {

    private static final String SELECT = "select * from training_job ";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    JobRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Inserts a QUEUED job and its first event. */
    @Transactional
    UUID insert(NewTrainingJob job) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into training_job
                            (id, name, notes, recipe, promotion, state, attempts, cancel_requested, created_at,
                             epoch, batch, batches_per_epoch, images_per_second)
                        values (:id, :name, :notes, :recipe, :promotion, :state, 0, false, :now,
                                0, 0, :batchesPerEpoch, 0)
                        """)
                .param("id", id)
                .param("name", job.name())
                .param("notes", job.notes())
                .param("recipe", JSON.writeValueAsString(job.recipe()))
                .param("promotion", job.promotion().name())
                .param("state", JobState.QUEUED.name())
                .param("now", now())
                .param("batchesPerEpoch", job.recipe().batchesPerEpoch())
                .update();
        appendStateEvent(id, JobState.QUEUED, null);
        return id;
    }

    Optional<TrainingJob> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(JobRepository::job)
                .optional();
    }

    /** Jobs, newest first; of one state, or of all when {@code state} is null. */
    List<TrainingJob> list(@Nullable JobState state, int offset, int limit) {
        var query = jdbc.sql(SELECT
                        + (state == null ? "" : "where state = :state ")
                        + "order by created_at desc, id desc offset :offset rows fetch next :limit rows only")
                .param("offset", offset)
                .param("limit", limit);
        return (state == null ? query : query.param("state", state.name()))
                .query(JobRepository::job)
                .list();
    }

    /** Number of jobs in that state, or of all when {@code state} is null. */
    int count(@Nullable JobState state) {
        var query = jdbc.sql("select count(*) from training_job" + (state == null ? "" : " where state = :state"));
        return (state == null ? query : query.param("state", state.name()))
                .query(Integer.class)
                .single();
    }

    /** The job that has waited longest. */
    Optional<TrainingJob> oldestQueued() {
        return jdbc.sql(SELECT + "where state = :state order by created_at, id fetch first 1 rows only")
                .param("state", JobState.QUEUED.name())
                .query(JobRepository::job)
                .optional();
    }

    /** Moves a QUEUED job to RUNNING; false when another thread or a cancellation was faster. */
    @Transactional
    boolean start(UUID id) {
        int rows = jdbc.sql("""
                        update training_job
                        set state = :running, attempts = attempts + 1, started_at = coalesce(started_at, :now)
                        where id = :id and state = :queued
                        """)
                .param("running", JobState.RUNNING.name())
                .param("now", now())
                .param("id", id)
                .param("queued", JobState.QUEUED.name())
                .update();
        return rows == 1 && appendStateEvent(id, JobState.RUNNING, null);
    }

    /** Hands a RUNNING job back to the queue, to continue from its last checkpoint. */
    @Transactional
    void requeue(UUID id, String reason) {
        int rows = jdbc.sql("update training_job set state = :queued where id = :id and state = :running")
                .param("queued", JobState.QUEUED.name())
                .param("id", id)
                .param("running", JobState.RUNNING.name())
                .update();
        if (rows == 1) {
            appendStateEvent(id, JobState.QUEUED, reason);
        }
    }

    /** Ends a job that is in one of {@code from}; false when it no longer is. */
    @Transactional
    boolean finish(
            UUID id, Collection<JobState> from, JobState end, @Nullable String reason, @Nullable Long modelVersion) {
        String failure = end == JobState.FAILED ? reason : null;
        int rows = jdbc.sql("""
                        update training_job
                        set state = :end, finished_at = :now, failure = :failure, model_version = :modelVersion
                        where id = :id and state in (:from)
                        """)
                .param("end", end.name())
                .param("now", now())
                .param("failure", failure)
                .param("modelVersion", modelVersion)
                .param("id", id)
                .param("from", from.stream().map(Enum::name).toList())
                .update();
        return rows == 1 && appendStateEvent(id, end, reason);
    }

    /** Asks the thread that runs the job to stop it; false when the job is not RUNNING. */
    boolean requestCancel(UUID id) {
        return jdbc.sql("update training_job set cancel_requested = true where id = :id and state = :running")
                        .param("id", id)
                        .param("running", JobState.RUNNING.name())
                        .update()
                == 1;
    }

    boolean cancelRequested(UUID id) {
        return jdbc.sql("select cancel_requested from training_job where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void saveProgress(UUID id, int epoch, int batch, double imagesPerSecond) {
        jdbc.sql("""
                        update training_job
                        set epoch = :epoch, batch = :batch, images_per_second = :imagesPerSecond, progress_at = :now
                        where id = :id
                        """)
                .param("epoch", epoch)
                .param("batch", batch)
                .param("imagesPerSecond", imagesPerSecond)
                .param("now", now())
                .param("id", id)
                .update();
    }

    void appendEpochEvent(UUID id, int epoch) {
        appendEvent(id, JobEvent.Kind.EPOCH, epoch, null, null);
    }

    /** What happened to the job after event {@code sequence}, in order. */
    List<JobEvent> eventsAfter(UUID id, int sequence) {
        return jdbc.sql(
                        "select * from training_job_event where job_id = :id and sequence > :sequence order by sequence")
                .param("id", id)
                .param("sequence", sequence)
                .query(JobRepository::event)
                .list();
    }

    /** Removes the job with its curve, checkpoints and evaluation; its model stays in the registry. */
    boolean delete(UUID id) {
        return jdbc.sql("delete from training_job where id = :id and state in (:final)")
                        .param("id", id)
                        .param("final", JobState.FINAL.stream().map(Enum::name).toList())
                        .update()
                == 1;
    }

    private boolean appendStateEvent(UUID id, JobState state, @Nullable String reason) {
        appendEvent(id, JobEvent.Kind.STATE, null, state, reason);
        return true;
    }

    private void appendEvent(
            UUID id, JobEvent.Kind kind, @Nullable Integer epoch, @Nullable JobState state, @Nullable String reason) {
        jdbc.sql("""
                        insert into training_job_event (job_id, sequence, kind, created_at, epoch, state, reason)
                        select :id, coalesce(max(sequence), 0) + 1, :kind, :now, :epoch, :state, :reason
                        from training_job_event where job_id = :id
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("now", now())
                .param("epoch", epoch, Types.INTEGER)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("reason", reason, Types.VARCHAR)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static TrainingJob job(ResultSet row, int number) throws SQLException {
        return new TrainingJob(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("notes"),
                JSON.readValue(row.getString("recipe"), Recipe.class),
                Promotion.valueOf(row.getString("promotion")),
                JobState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                new JobProgress(
                        row.getInt("epoch"),
                        row.getInt("batch"),
                        row.getInt("batches_per_epoch"),
                        row.getDouble("images_per_second"),
                        instant(row, "progress_at")),
                row.getString("failure"),
                row.getObject("model_version", Long.class));
    }

    private static JobEvent event(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        return new JobEvent(
                row.getInt("sequence"),
                JobEvent.Kind.valueOf(row.getString("kind")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("epoch", Integer.class),
                state == null ? null : JobState.valueOf(state),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}

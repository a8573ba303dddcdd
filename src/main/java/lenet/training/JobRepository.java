package lenet.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lenet.model.PromotionOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Training jobs as rows: to add, find, count and delete. Their states change in {@link JobTransitions} only. */
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

    /** Inserts a QUEUED job. */
    UUID insert(NewTrainingJob job, @Nullable IdempotencyKey key) {
        UUID id = UUID.randomUUID();
        Duration maxDuration = job.maxDuration();
        jdbc.sql("""
                        insert into training_job
                            (id, name, notes, recipe, promotion, state, attempts, priority, max_seconds,
                             pause_after_epoch, created_at, queued_at, idempotency_key, request_sha256,
                             epoch, batch, batches_per_epoch, images_per_second)
                        values (:id, :name, :notes, :recipe, :promotion, :state, 0, :priority, :maxSeconds,
                                :pauseAfterEpoch, :now, :now, :key, :sha256,
                                0, 0, :batchesPerEpoch, 0)
                        """)
                .param("id", id)
                .param("name", job.name())
                .param("notes", job.notes())
                .param("recipe", JSON.writeValueAsString(job.recipe()))
                .param("promotion", job.promotion().name())
                .param("state", JobState.QUEUED.name())
                .param("priority", job.priority())
                .param("maxSeconds", maxDuration == null ? null : maxDuration.toSeconds())
                .param("pauseAfterEpoch", job.pauseAfterEpoch())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("key", key == null ? null : key.value())
                .param("sha256", key == null ? null : key.requestSha256())
                .param("batchesPerEpoch", job.recipe().batchesPerEpoch())
                .update();
        return id;
    }

    Optional<TrainingJob> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(JobRepository::job)
                .optional();
    }

    /** The job, which nobody else changes until the surrounding transaction has ended. */
    Optional<TrainingJob> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(JobRepository::job)
                .optional();
    }

    /** The job that was submitted with that key. */
    Optional<UUID> findByIdempotencyKey(String key) {
        return jdbc.sql("select id from training_job where idempotency_key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    /** What the job's idempotency key stood for. */
    String requestSha256(UUID id) {
        return jdbc.sql("select request_sha256 from training_job where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Those of the jobs that there are, in no particular order. */
    List<TrainingJob> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where id in (:ids)")
                        .param("ids", ids)
                        .query(JobRepository::job)
                        .list();
    }

    /** Jobs in that order; of one state, or of all when {@code state} is null. */
    List<TrainingJob> list(@Nullable JobState state, JobOrder order, boolean descending, int offset, int limit) {
        var query = jdbc.sql(SELECT
                        + (state == null ? "" : "where state = :state ")
                        + order.clause(descending)
                        + "offset :offset rows fetch next :limit rows only")
                .param("offset", offset)
                .param("limit", limit);
        return (state == null ? query : query.param("state", state.name()))
                .query(JobRepository::job)
                .list();
    }

    /** The jobs that have not ended. */
    List<TrainingJob> unfinished() {
        return jdbc.sql(SELECT + "where state in (:unfinished) order by created_at, id")
                .param("unfinished", JobState.NOT_FINAL.stream().map(Enum::name).toList())
                .query(JobRepository::job)
                .list();
    }

    /** The jobs that run on {@code node}. */
    List<TrainingJob> runningOn(Node node) {
        return jdbc.sql(SELECT + "where state = :running and node = :node")
                .param("running", JobState.RUNNING.name())
                .param("node", node.name())
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

    /** Number of jobs that have not ended. */
    int countUnfinished() {
        return jdbc.sql("select count(*) from training_job where state in (:unfinished)")
                .param("unfinished", JobState.NOT_FINAL.stream().map(Enum::name).toList())
                .query(Integer.class)
                .single();
    }

    /** Number of jobs by state; a state that no job is in is left out. */
    Map<JobState, Integer> counts() {
        Map<JobState, Integer> counts = new EnumMap<>(JobState.class);
        jdbc.sql("select state, count(*) as jobs from training_job group by state")
                .query((ResultSet row) -> {
                    counts.put(JobState.valueOf(row.getString("state")), row.getInt("jobs"));
                });
        return counts;
    }

    /** At most a thousand of the jobs that ended before {@code age} or beyond the {@code most} last ones, and that stand alone. */
    List<UUID> ended(Duration age, int most) {
        return jdbc.sql("""
                        select id from (
                            select id, finished_at, row_number() over (order by finished_at desc, id) as place
                            from training_job
                            where finished_at is not null
                            and not exists (select 1 from sweep_trial where job_id = training_job.id)
                            and not exists (select 1 from ensemble_member where job_id = training_job.id)) as ended
                        where place > :most or finished_at < :before
                        fetch first 1000 rows only
                        """)
                .param("most", most)
                .param("before", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
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

    private static TrainingJob job(ResultSet row, int number) throws SQLException {
        Instant createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
        Instant queuedAt = instant(row, "queued_at");
        Long maxSeconds = row.getObject("max_seconds", Long.class);
        return new TrainingJob(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("notes"),
                JSON.readValue(row.getString("recipe"), Recipe.class),
                Promotion.valueOf(row.getString("promotion")),
                JobState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("dispatches"),
                row.getInt("crashes"),
                row.getString("node"),
                wish(row.getString("wish")),
                row.getInt("priority"),
                Duration.ofMillis((long) (1000 * row.getDouble("ran_seconds"))),
                maxSeconds == null ? null : Duration.ofSeconds(maxSeconds),
                row.getObject("pause_after_epoch", Integer.class),
                createdAt,
                queuedAt == null ? createdAt : queuedAt,
                instant(row, "started_at"),
                instant(row, "finished_at"),
                new JobProgress(
                        row.getInt("epoch"),
                        row.getInt("batch"),
                        row.getInt("batches_per_epoch"),
                        row.getDouble("images_per_second"),
                        instant(row, "progress_at")),
                row.getString("failure"),
                row.getObject("model_version", Long.class),
                PromotionOutcome.ofJson(row.getString("promotion_outcome")));
    }

    private static @Nullable JobWish wish(@Nullable String name) {
        return name == null ? null : JobWish.valueOf(name);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}

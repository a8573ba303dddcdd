package lenet.sweep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lenet.evaluation.Monitor;
import lenet.model.PromotionOutcome;
import lenet.training.IdempotencyKey;
import lenet.training.Promotion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sweeps and their trials, as rows. */
@Repository
class SweepRepository {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    SweepRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Inserts a RUNNING sweep without trials. */
    void insert(UUID id, NewSweep sweep, @Nullable IdempotencyKey key) {
        Halving halving = sweep.halving();
        jdbc.sql("""
                        insert into sweep
                            (id, name, method, objective, fields, seed, eta, min_epochs, epochs, promotion, state, rung,
                             created_at, idempotency_key, request_sha256)
                        values (:id, :name, :method, :objective, :fields, :seed, :eta, :minEpochs, :epochs, :promotion,
                                :state, 0, :now, :key, :sha256)
                        """)
                .param("id", id)
                .param("name", sweep.name(), Types.VARCHAR)
                .param("method", sweep.method().name())
                .param("objective", sweep.objective().name())
                .param("fields", JSON.writeValueAsString(sweep.fields()))
                .param("seed", sweep.seed())
                .param("eta", halving == null ? null : halving.eta(), Types.INTEGER)
                .param("minEpochs", halving == null ? null : halving.minEpochs(), Types.INTEGER)
                .param("epochs", halving == null ? null : halving.epochs(), Types.INTEGER)
                .param("promotion", sweep.promotion().name())
                .param("state", SweepState.RUNNING.name())
                .param("now", now())
                .param("key", key == null ? null : key.value(), Types.VARCHAR)
                .param("sha256", key == null ? null : key.requestSha256(), Types.VARCHAR)
                .update();
    }

    /** The sweep that was submitted under that key. */
    Optional<UUID> findByKey(IdempotencyKey key) {
        return jdbc.sql("select id from sweep where idempotency_key = :key")
                .param("key", key.value())
                .query(UUID.class)
                .optional();
    }

    /** Whether the sweep was submitted with the key's own request. */
    boolean wasAskedForBy(UUID sweep, IdempotencyKey key) {
        return jdbc.sql("select request_sha256 from sweep where id = :id")
                .param("id", sweep)
                .query(String.class)
                .single()
                .equals(key.requestSha256());
    }

    void insertTrial(UUID sweep, int trial, UUID job, Map<String, Object> settings) {
        jdbc.sql("""
                        insert into sweep_trial (sweep_id, trial, job_id, settings, rung)
                        values (:sweep, :trial, :job, :settings, 0)
                        """)
                .param("sweep", sweep)
                .param("trial", trial)
                .param("job", job)
                .param("settings", JSON.writeValueAsString(settings))
                .update();
    }

    Optional<Sweep> find(UUID id) {
        return jdbc.sql("select * from sweep where id = :id")
                .param("id", id)
                .query(SweepRepository::sweep)
                .optional();
    }

    /** The sweep, which nobody else moves on until the surrounding transaction has ended. */
    Optional<Sweep> lock(UUID id) {
        return jdbc.sql("select * from sweep where id = :id for update")
                .param("id", id)
                .query(SweepRepository::sweep)
                .optional();
    }

    /** Its trials, in order. */
    List<Trial> trials(UUID sweep) {
        return jdbc.sql("select * from sweep_trial where sweep_id = :sweep order by trial")
                .param("sweep", sweep)
                .query(SweepRepository::trial)
                .list();
    }

    /** Sweeps, the newest first. */
    List<Sweep> list(int offset, int limit) {
        return jdbc.sql("""
                        select * from sweep
                        order by created_at desc, id desc offset :offset rows fetch next :limit rows only
                        """)
                .param("offset", offset)
                .param("limit", limit)
                .query(SweepRepository::sweep)
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from sweep").query(Integer.class).single();
    }

    List<UUID> running() {
        return jdbc.sql("select id from sweep where state = :state order by created_at, id")
                .param("state", SweepState.RUNNING.name())
                .query(UUID.class)
                .list();
    }

    /** The sweep that a job is a trial of, if it still runs. */
    Optional<UUID> runningWith(UUID job) {
        return jdbc.sql("""
                        select sweep.id from sweep join sweep_trial on sweep_trial.sweep_id = sweep.id
                        where sweep_trial.job_id = :job and sweep.state = :state
                        """)
                .param("job", job)
                .param("state", SweepState.RUNNING.name())
                .query(UUID.class)
                .optional();
    }

    /** The running sweeps of which a trial has made that model. */
    List<UUID> runningWithModel(long version) {
        return jdbc.sql("""
                        select sweep.id from sweep
                        join sweep_trial on sweep_trial.sweep_id = sweep.id
                        join training_job on training_job.id = sweep_trial.job_id
                        where training_job.model_version = :version and sweep.state = :state
                        """)
                .param("version", version)
                .param("state", SweepState.RUNNING.name())
                .query(UUID.class)
                .list();
    }

    /** Moves the sweep and those of its trials that go on to {@code rung}. */
    void climb(UUID sweep, int rung, Collection<Integer> trials) {
        jdbc.sql("update sweep set rung = :rung where id = :id")
                .param("rung", rung)
                .param("id", sweep)
                .update();
        jdbc.sql("update sweep_trial set rung = :rung where sweep_id = :sweep and trial in (:trials)")
                .param("rung", rung)
                .param("sweep", sweep)
                .param("trials", trials)
                .update();
    }

    /** Notes why the sweep has ended a trial's job. */
    void endTrial(UUID sweep, int trial, String reason) {
        jdbc.sql("update sweep_trial set ended = :reason where sweep_id = :sweep and trial = :trial")
                .param("reason", reason)
                .param("sweep", sweep)
                .param("trial", trial)
                .update();
    }

    void finish(UUID sweep, SweepState end) {
        jdbc.sql("update sweep set state = :end, finished_at = :now where id = :id")
                .param("end", end.name())
                .param("now", now())
                .param("id", sweep)
                .update();
    }

    /** Writes down whether the best trial's model went live. */
    void saveOutcome(UUID sweep, PromotionOutcome outcome) {
        jdbc.sql("update sweep set promotion_outcome = :outcome where id = :id")
                .param("outcome", outcome.toJson())
                .param("id", sweep)
                .update();
    }

    /** At most a thousand of those that ended before {@code age} or beyond the {@code most} last ones. */
    List<UUID> ended(Duration age, int most) {
        return jdbc.sql("""
                        select id from (
                            select id, finished_at, row_number() over (order by finished_at desc, id) as place
                            from sweep where finished_at is not null) as ended
                        where place > :most or finished_at < :before
                        fetch first 1000 rows only
                        """)
                .param("most", most)
                .param("before", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    void delete(UUID sweep) {
        jdbc.sql("delete from sweep where id = :id").param("id", sweep).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Sweep sweep(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Sweep(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Method.valueOf(row.getString("method")),
                Monitor.valueOf(row.getString("objective")),
                JSON.readValue(row.getString("fields"), new TypeReference<List<SweptField>>() {}),
                row.getLong("seed"),
                halving(row),
                Promotion.valueOf(row.getString("promotion")),
                PromotionOutcome.ofJson(row.getString("promotion_outcome")),
                SweepState.valueOf(row.getString("state")),
                row.getInt("rung"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static @Nullable Halving halving(ResultSet row) throws SQLException {
        int eta = row.getInt("eta");
        return row.wasNull() ? null : new Halving(eta, row.getInt("min_epochs"), row.getInt("epochs"));
    }

    private static Trial trial(ResultSet row, int number) throws SQLException {
        return new Trial(
                row.getInt("trial"),
                JSON.readValue(row.getString("settings"), new TypeReference<Map<String, Object>>() {}),
                row.getObject("job_id", UUID.class),
                row.getInt("rung"),
                row.getString("ended"));
    }
}

package lenet.ensemble;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lenet.model.PromotionOutcome;
import lenet.network.Combination;
import lenet.training.IdempotencyKey;
import lenet.training.Promotion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ensembles and their members, as rows. */
@Repository
class EnsembleRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    EnsembleRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Inserts a RUNNING ensemble without members. */
    void insert(UUID id, NewEnsemble ensemble, @Nullable IdempotencyKey key) {
        jdbc.sql("""
                        insert into ensemble
                            (id, name, combination, boosted, size, promotion, state, created_at, idempotency_key, request_sha256)
                        values (:id, :name, :combination, :boosted, :size, :promotion, :state, :now, :key, :sha256)
                        """)
                .param("id", id)
                .param("name", ensemble.name(), Types.VARCHAR)
                .param("combination", ensemble.combination().name())
                .param("boosted", ensemble.boosted())
                .param("size", ensemble.size())
                .param("promotion", ensemble.promotion().name())
                .param("state", EnsembleState.RUNNING.name())
                .param("now", now())
                .param("key", key == null ? null : key.value(), Types.VARCHAR)
                .param("sha256", key == null ? null : key.requestSha256(), Types.VARCHAR)
                .update();
    }

    /** Adds a member that a job trains, or that is a model already. */
    void insertMember(UUID ensemble, int member, @Nullable UUID job, @Nullable Long version) {
        jdbc.sql("""
                        insert into ensemble_member (ensemble_id, member, job_id, model_version)
                        values (:ensemble, :member, :job, :version)
                        """)
                .param("ensemble", ensemble)
                .param("member", member)
                .param("job", job)
                .param("version", version, Types.BIGINT)
                .update();
    }

    /** Notes what a member's job has made. */
    void setVersion(UUID ensemble, int member, long version) {
        jdbc.sql(
                        "update ensemble_member set model_version = :version where ensemble_id = :ensemble and member = :member")
                .param("version", version)
                .param("ensemble", ensemble)
                .param("member", member)
                .update();
    }

    /** The ensemble that was submitted under that key. */
    Optional<UUID> findByKey(IdempotencyKey key) {
        return jdbc.sql("select id from ensemble where idempotency_key = :key")
                .param("key", key.value())
                .query(UUID.class)
                .optional();
    }

    /** Whether the ensemble was submitted with the key's own request. */
    boolean wasAskedForBy(UUID ensemble, IdempotencyKey key) {
        return jdbc.sql("select request_sha256 from ensemble where id = :id")
                .param("id", ensemble)
                .query(String.class)
                .single()
                .equals(key.requestSha256());
    }

    Optional<EnsembleRun> find(UUID id) {
        return find(id, "");
    }

    /** The ensemble, which nobody else moves on until the surrounding transaction has ended. */
    Optional<EnsembleRun> lock(UUID id) {
        return find(id, " for update");
    }

    private Optional<EnsembleRun> find(UUID id, String suffix) {
        return withMembers(jdbc.sql("select * from ensemble where id = :id" + suffix)
                        .param("id", id)
                        .query(EnsembleRepository::ensemble)
                        .list())
                .stream()
                .findFirst();
    }

    /** Ensembles, the newest first. */
    List<EnsembleRun> list(int offset, int limit) {
        return withMembers(jdbc.sql("""
                        select * from ensemble
                        order by created_at desc, id desc offset :offset rows fetch next :limit rows only
                        """)
                .param("offset", offset)
                .param("limit", limit)
                .query(EnsembleRepository::ensemble)
                .list());
    }

    int count() {
        return jdbc.sql("select count(*) from ensemble").query(Integer.class).single();
    }

    List<UUID> running() {
        return jdbc.sql("select id from ensemble where state = :state order by created_at, id")
                .param("state", EnsembleState.RUNNING.name())
                .query(UUID.class)
                .list();
    }

    /** The ensembles that a job trains a network of, if they still run. */
    List<UUID> runningWith(UUID job) {
        return jdbc.sql("""
                        select ensemble.id from ensemble join ensemble_member on ensemble_member.ensemble_id = ensemble.id
                        where ensemble_member.job_id = :job and ensemble.state = :state
                        """)
                .param("job", job)
                .param("state", EnsembleState.RUNNING.name())
                .query(UUID.class)
                .list();
    }

    /** The ensembles, on their way or completed, that the model is a member of or has just been trained for. */
    List<UUID> withMember(long version) {
        return jdbc.sql("""
                        select distinct ensemble.id from ensemble
                        join ensemble_member on ensemble_member.ensemble_id = ensemble.id
                        left join training_job on training_job.id = ensemble_member.job_id
                        where ensemble.state in (:states)
                        and (ensemble_member.model_version = :version or training_job.model_version = :version)
                        """)
                .param("states", List.of(EnsembleState.RUNNING.name(), EnsembleState.COMPLETED.name()))
                .param("version", version)
                .query(UUID.class)
                .list();
    }

    void finish(UUID ensemble, EnsembleState end, @Nullable Long version, @Nullable String failure) {
        jdbc.sql("""
                        update ensemble
                        set state = :end, model_version = :version, failure = :failure, finished_at = :now where id = :id
                        """)
                .param("end", end.name())
                .param("version", version, Types.BIGINT)
                .param("failure", failure, Types.VARCHAR)
                .param("now", now())
                .param("id", ensemble)
                .update();
    }

    /** Writes down whether the model that it has become went live. */
    void saveOutcome(UUID ensemble, PromotionOutcome outcome) {
        jdbc.sql("update ensemble set promotion_outcome = :outcome where id = :id")
                .param("outcome", outcome.toJson())
                .param("id", ensemble)
                .update();
    }

    /** At most a thousand of those that ended before {@code age} or beyond the {@code most} last ones. */
    List<UUID> ended(Duration age, int most) {
        return jdbc.sql("""
                        select id from (
                            select id, finished_at, row_number() over (order by finished_at desc, id) as place
                            from ensemble where finished_at is not null) as ended
                        where place > :most or finished_at < :before
                        fetch first 1000 rows only
                        """)
                .param("most", most)
                .param("before", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    void delete(UUID ensemble) {
        jdbc.sql("delete from ensemble where id = :id").param("id", ensemble).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Asked for when the ensembles have been read: whoever asks while reading takes a second connection. */
    private List<EnsembleRun> withMembers(List<EnsembleRun> runs) {
        if (runs.isEmpty()) {
            return runs;
        }
        Map<UUID, List<EnsembleMember>> members = new HashMap<>();
        jdbc.sql("select * from ensemble_member where ensemble_id in (:ensembles) order by ensemble_id, member")
                .param("ensembles", runs.stream().map(EnsembleRun::id).toList())
                .query((ResultSet row) -> {
                    members.computeIfAbsent(row.getObject("ensemble_id", UUID.class), id -> new ArrayList<>())
                            .add(new EnsembleMember(
                                    row.getInt("member"), row.getObject("job_id", UUID.class), version(row)));
                });
        return runs.stream()
                .map(run -> run.with(members.getOrDefault(run.id(), List.of())))
                .toList();
    }

    private static EnsembleRun ensemble(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new EnsembleRun(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Combination.valueOf(row.getString("combination")),
                row.getBoolean("boosted"),
                row.getInt("size"),
                Promotion.valueOf(row.getString("promotion")),
                EnsembleState.valueOf(row.getString("state")),
                row.getString("failure"),
                version(row),
                PromotionOutcome.ofJson(row.getString("promotion_outcome")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                List.of());
    }

    private static @Nullable Long version(ResultSet row) throws SQLException {
        long version = row.getLong("model_version");
        return row.wasNull() ? null : (Long) version;
    }
}

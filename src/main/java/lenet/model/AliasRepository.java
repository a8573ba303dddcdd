package lenet.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of aliases and of their changes. */
@Repository
class AliasRepository {

    private static final String SELECT = "select name, version, updated_at from model_alias ";

    private final JdbcClient jdbc;
    private final Clock clock;

    AliasRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<ModelAlias> all() {
        return jdbc.sql(SELECT + "order by name").query(AliasRepository::alias).list();
    }

    int count() {
        return jdbc.sql("select count(*) from model_alias").query(Integer.class).single();
    }

    /** Forgets all changes but the newest {@code most} of each alias, and of all aliases that are gone together. */
    void forgetOldMoves(int most) {
        jdbc.sql("""
                        delete from model_alias_move where (alias, sequence) in (
                            select alias, sequence from (
                                select alias, sequence, row_number() over (partition by alias order by sequence desc) as place
                                from model_alias_move
                                union all
                                select alias, sequence, row_number() over (order by moved_at desc) as place
                                from model_alias_move where alias not in (select name from model_alias)) as moves
                            where place > :most)
                        """).param("most", most).update();
    }

    Optional<ModelAlias> find(String name) {
        return jdbc.sql(SELECT + "where name = :name")
                .param("name", name)
                .query(AliasRepository::alias)
                .optional();
    }

    /** The alias, for this transaction alone until it ends. */
    Optional<ModelAlias> lock(String name) {
        return jdbc.sql(SELECT + "where name = :name for update")
                .param("name", name)
                .query(AliasRepository::alias)
                .optional();
    }

    AliasHistory history(String name) {
        return new AliasHistory(
                jdbc.sql("""
                        select sequence, kind, from_version, to_version, moved_at, reason
                        from model_alias_move where alias = :name order by sequence
                        """).param("name", name).query(AliasRepository::move).list());
    }

    /** Writes where the alias points, and that it does; {@code from} is absent for a new one. */
    void save(String name, @Nullable Long from, long to, AliasMove.Kind kind, String reason) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        String sql = from == null
                ? "insert into model_alias (name, version, updated_at) values (:name, :version, :now)"
                : "update model_alias set version = :version, updated_at = :now where name = :name";
        jdbc.sql(sql).param("name", name).param("version", to).param("now", now).update();
        record(name, kind, from, to, now, reason);
    }

    void delete(ModelAlias alias, String reason) {
        jdbc.sql("delete from model_alias where name = :name")
                .param("name", alias.name())
                .update();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        record(alias.name(), AliasMove.Kind.DELETED, alias.version(), null, now, reason);
    }

    private void record(
            String name,
            AliasMove.Kind kind,
            @Nullable Long from,
            @Nullable Long to,
            OffsetDateTime now,
            String reason) {
        jdbc.sql("""
                        insert into model_alias_move (alias, sequence, kind, from_version, to_version, moved_at, reason)
                        select :name, coalesce(max(sequence), 0) + 1, :kind, cast(:from as bigint), cast(:to as bigint),
                            cast(:now as timestamp with time zone), :reason
                        from model_alias_move where alias = :name
                        """)
                .param("name", name)
                .param("kind", kind.name())
                .param("from", from)
                .param("to", to)
                .param("now", now)
                .param("reason", reason)
                .update();
    }

    private static ModelAlias alias(ResultSet row, int number) throws SQLException {
        return new ModelAlias(
                row.getString("name"),
                row.getLong("version"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static AliasMove move(ResultSet row, int number) throws SQLException {
        return new AliasMove(
                row.getInt("sequence"),
                AliasMove.Kind.valueOf(row.getString("kind")),
                row.getObject("from_version", Long.class),
                row.getObject("to_version", Long.class),
                row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"));
    }
}

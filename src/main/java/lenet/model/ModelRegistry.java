package lenet.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps every trained model as an immutable version and says which one is live. */
@Service
public class ModelRegistry {

    private static final String LIVE = "live";
    private static final String SELECT = "select version, created_at, sha256, file from model_version ";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ModelRegistry(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Adds {@code model} as the next version; the same file twice is the same version. */
    @Transactional
    public ModelVersion add(TrainedModel model) {
        byte[] file = ModelFile.write(model);
        String sha256 = sha256(file);
        Optional<ModelVersion> known = jdbc.sql(SELECT + "where sha256 = :sha256")
                .param("sha256", sha256)
                .query(ModelRegistry::row)
                .optional();
        return known.orElseGet(() -> insert(model, file, sha256));
    }

    /** The model of that version, if there is one. */
    public Optional<ModelVersion> find(long version) {
        return jdbc.sql(SELECT + "where version = :version")
                .param("version", version)
                .query(ModelRegistry::row)
                .optional();
    }

    /** The version that classifies; absent only in an empty database. */
    public Optional<ModelVersion> live() {
        return jdbc.sql(SELECT + "where version = (select version from model_alias where name = :live)")
                .param("live", LIVE)
                .query(ModelRegistry::row)
                .optional();
    }

    /** The number of the version that classifies, without its file. */
    public Optional<Long> liveVersion() {
        return jdbc.sql("select version from model_alias where name = :live")
                .param("live", LIVE)
                .query(Long.class)
                .optional();
    }

    /** Points the live alias at {@code version}. */
    @Transactional
    public void promote(long version) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int moved = jdbc.sql("update model_alias set version = :version, updated_at = :now where name = :live")
                .param("version", version)
                .param("now", now)
                .param("live", LIVE)
                .update();
        if (moved == 0) {
            insertLive(version, now);
        }
        events.publishEvent(new LiveModelChanged(version));
    }

    /** Points the live alias at {@code version} where it points at none. */
    @Transactional
    void promoteIfFirst(long version) {
        if (liveVersion().isEmpty()) {
            insertLive(version, clock.instant().atOffset(ZoneOffset.UTC));
            events.publishEvent(new LiveModelChanged(version));
        }
    }

    /** Promotes {@code candidate} if its validation accuracy is above the live model's; says whether it was. */
    @Transactional
    public boolean promoteIfBetter(ModelVersion candidate) {
        lockLive();
        boolean better = live().map(live -> validationAccuracy(candidate) > validationAccuracy(live))
                .orElse(true);
        if (better) {
            promote(candidate.version());
        }
        return better;
    }

    /** Lest two nodes compare their models with the same old one, and the worse of them is written last. */
    private void lockLive() {
        jdbc.sql("select version from model_alias where name = :live for update")
                .param("live", LIVE)
                .query(Long.class)
                .optional();
    }

    private void insertLive(long version, OffsetDateTime now) {
        jdbc.sql("insert into model_alias (name, version, updated_at) values (:live, :version, :now)")
                .param("version", version)
                .param("now", now)
                .param("live", LIVE)
                .update();
    }

    private static double validationAccuracy(ModelVersion version) {
        return version.model().scores().validationAccuracy();
    }

    private ModelVersion insert(TrainedModel model, byte[] file, String sha256) {
        Instant now = clock.instant();
        String job = model.provenance().job();
        jdbc.sql("""
                        insert into model_version
                            (created_at, job_id, architecture, validation_accuracy, test_accuracy, sha256, file)
                        values (:now, :job, :architecture, :validationAccuracy, :testAccuracy, :sha256, :file)
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("job", job == null ? null : UUID.fromString(job))
                .param("architecture", model.architecture().name())
                .param("validationAccuracy", model.scores().validationAccuracy())
                .param("testAccuracy", model.scores().testAccuracy())
                .param("sha256", sha256)
                .param("file", file)
                .update();
        return jdbc.sql(SELECT + "where sha256 = :sha256")
                .param("sha256", sha256)
                .query(ModelRegistry::row)
                .single();
    }

    private static ModelVersion row(ResultSet row, int number) throws SQLException {
        return new ModelVersion(
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("sha256"),
                ModelFile.read(row.getBytes("file")));
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

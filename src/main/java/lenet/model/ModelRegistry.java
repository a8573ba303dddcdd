package lenet.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.network.Classifier;
import lenet.network.Engines;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps every model as an immutable version. */
@Service
public class ModelRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRegistry.class);
    private static final String SELECT = "select version, created_at, sha256, file_size, file from model_version ";
    private static final String SUMMARY =
            "select version, created_at, sha256, file_size, description from model_version where description is not null ";

    private final JdbcClient jdbc;
    private final Engines engines;
    private final Dataset dataset;
    private final Clock clock;
    private final ModelQuota quota;
    private final ObjectProvider<ModelNeeds> needs;

    ModelRegistry(
            JdbcClient jdbc,
            Engines engines,
            Dataset dataset,
            Clock clock,
            ModelQuota quota,
            ObjectProvider<ModelNeeds> needs) {
        this.jdbc = jdbc;
        this.engines = engines;
        this.dataset = dataset;
        this.clock = clock;
        this.quota = quota;
        this.needs = needs;
    }

    /**
     * Adds {@code model} as the next version; the same file twice is the same version.
     *
     * @throws UnfitModelException if it does not give finite logits for digits
     * @throws ModelQuotaException if there is no room for another one
     */
    @Transactional
    public ModelVersion add(TrainedModel model) {
        return add(model, quota::take);
    }

    /** Adds {@code model} as {@link #add} does, also where there is no room. */
    @Transactional
    ModelVersion addRegardless(TrainedModel model) {
        return add(model, size -> {});
    }

    private ModelVersion add(TrainedModel model, IntConsumer room) {
        byte[] file = ModelFile.write(model);
        String sha256 = Sha256.of(file);
        return findByFile(sha256).orElseGet(() -> {
            room.accept(file.length);
            return insert(model, file, sha256);
        });
    }

    /** The version that {@code model} is already, if it is one. */
    public Optional<ModelVersion> find(TrainedModel model) {
        return findByFile(Sha256.of(ModelFile.write(model)));
    }

    /** The model of that version, if there is one. */
    public Optional<ModelVersion> find(long version) {
        return jdbc.sql(SELECT + "where version = :version")
                .param("version", version)
                .query(ModelRegistry::row)
                .optional();
    }

    /** The model whose file has that SHA-256, if there is one. */
    public Optional<ModelVersion> findByFile(String sha256) {
        return jdbc.sql(SELECT + "where sha256 = :sha256")
                .param("sha256", sha256)
                .query(ModelRegistry::row)
                .optional();
    }

    /**
     * The model that {@code reference} names.
     *
     * @throws ModelNotFoundException if there is none, or no longer
     */
    public ModelVersion get(ModelReference reference) {
        return find(resolve(reference)).orElseThrow(() -> missing(reference));
    }

    /**
     * The version that {@code reference} names, without its file.
     *
     * @throws ModelNotFoundException if there is none, or no longer
     */
    public long resolve(ModelReference reference) {
        String sql = reference.version() != null
                ? "select version from model_version where version = :reference"
                : "select version from model_alias where name = :reference";
        return jdbc.sql(sql)
                .param("reference", reference.version() != null ? reference.version() : reference.alias())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> missing(reference));
    }

    /** {@code size} versions after the first {@code offset} ones. */
    public List<ModelSummary> list(ModelOrder order, boolean descending, int offset, int size) {
        return jdbc.sql(SUMMARY + order.clause(descending) + " limit :size offset :offset")
                .param("size", size)
                .param("offset", offset)
                .query(ModelRegistry::summary)
                .list();
    }

    /**
     * What {@code reference} names, without its file.
     *
     * @throws ModelNotFoundException if there is none, or no longer
     */
    public ModelSummary describe(ModelReference reference) {
        return describe(resolve(reference)).orElseThrow(() -> missing(reference));
    }

    /** The version without its file, if there is one. */
    public Optional<ModelSummary> describe(long version) {
        return jdbc.sql(SUMMARY + "and version = :version")
                .param("version", version)
                .query(ModelRegistry::summary)
                .optional();
    }

    /** The versions of that architecture, the newest first, without their files. */
    public List<Long> versions(String architecture) {
        return jdbc.sql("select version from model_version where architecture = :architecture order by version desc")
                .param("architecture", architecture)
                .query(Long.class)
                .list();
    }

    /** The newest version of that architecture, without its file. */
    public Optional<Long> newest(String architecture) {
        return jdbc.sql("select max(version) from model_version where architecture = :architecture")
                .param("architecture", architecture)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    /** Whether that version is of that architecture. */
    public boolean isOf(String architecture, long version) {
        return jdbc.sql("select 1 from model_version where version = :version and architecture = :architecture")
                .param("version", version)
                .param("architecture", architecture)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Number of versions that can be listed. */
    public int count() {
        return jdbc.sql("select count(*) from model_version where description is not null")
                .query(Integer.class)
                .single();
    }

    /**
     * Deletes a version; its number is not given again.
     *
     * @throws ModelNotFoundException if there is none
     * @throws ModelInUseException while an alias points at it, or something else needs it
     */
    @Transactional
    public void delete(long version) {
        if (!lock(version)) {
            throw missing(new ModelReference(version, null));
        }
        List<String> aliases = jdbc.sql("select name from model_alias where version = :version order by name")
                .param("version", version)
                .query(String.class)
                .list();
        if (!aliases.isEmpty()) {
            throw ModelInUseException.pointedAtBy(aliases, version);
        }
        List<String> found =
                needs.stream().flatMap(need -> need.of(version).stream()).toList();
        if (!found.isEmpty()) {
            throw ModelInUseException.neededBy(found, version);
        }
        jdbc.sql("delete from model_version where version = :version")
                .param("version", version)
                .update();
    }

    /**
     * Keeps versions from being deleted until the surrounding transaction, which writes down that they are needed, has ended.
     *
     * @throws ModelGoneException if one of them is there no longer
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Collection<Long> versions) {
        // In one order, lest two wait for each other.
        versions.stream().sorted().filter(version -> !lock(version)).findFirst().ifPresent(version -> {
            throw new ModelGoneException(version);
        });
    }

    /**
     * Keeps the version from being deleted until the surrounding transaction has ended; says whether it is there. H2's
     * foreign keys do not see what another transaction is about to do.
     */
    boolean lock(long version) {
        return jdbc.sql("select version from model_version where version = :version for update")
                .param("version", version)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    boolean isThere(long version) {
        return jdbc.sql("select version from model_version where version = :version")
                .param("version", version)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** The newest version that computes as it should. */
    Optional<Long> newestFit() {
        return jdbc.sql("select version from model_version order by version desc").query(Long.class).list().stream()
                .filter(this::isFit)
                .findFirst();
    }

    private boolean isFit(long version) {
        try {
            load(get(new ModelReference(version, null))).close();
            return true;
        } catch (UnfitModelException | ModelFileException | ModelNotFoundException e) {
            LOG.warn("model {} cannot answer: {}", version, e.getMessage());
            return false;
        }
    }

    /**
     * A network of that version for the engine that serves, warmed and checked: it gives the logits that it gave when the
     * model was registered.
     *
     * @throws UnfitModelException if it does not
     */
    public Classifier load(ModelVersion version) {
        TrainedModel model = version.model();
        SelfCheck check = selfCheck(version);
        Classifier classifier = model.ensemble().classifier(engines.preferred());
        try {
            check.verify(classifier);
            return classifier;
        } catch (RuntimeException e) {
            classifier.close();
            throw e;
        }
    }

    /** Versions of before there were checks have none; they are held to give finite logits. */
    private SelfCheck selfCheck(ModelVersion version) {
        return jdbc.sql("select self_check from model_version where version = :version")
                .param("version", version.version())
                .query((row, number) -> Optional.ofNullable(row.getBytes("self_check")))
                .optional()
                .flatMap(stored -> stored)
                .map(SelfCheck::read)
                .orElseGet(() -> check(version.model()));
    }

    private SelfCheck check(TrainedModel model) {
        LabelledImages test = dataset.split(Split.TEST);
        return SelfCheck.of(model, engines.preferred(), SelfCheck.digitsOf(test.images(), test.labels()));
    }

    private ModelVersion insert(TrainedModel model, byte[] file, String sha256) {
        @Nullable String job = model.provenance().job();
        jdbc.sql("""
                        insert into model_version (created_at, job_id, architecture, validation_accuracy, test_accuracy,
                            sha256, file_size, file, self_check, description)
                        values (:now, :job, :architecture, :validationAccuracy, :testAccuracy,
                            :sha256, :size, :file, :selfCheck, :description)
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("job", job == null ? null : UUID.fromString(job))
                .param("architecture", model.name())
                .param("validationAccuracy", model.scores().validationAccuracy())
                .param("testAccuracy", model.scores().testAccuracy())
                .param("sha256", sha256)
                .param("size", file.length)
                .param("file", file)
                .param("selfCheck", check(model).toBytes())
                .param("description", ModelDescription.of(model).toJson())
                .update();
        return findByFile(sha256).orElseThrow();
    }

    private static ModelNotFoundException missing(ModelReference reference) {
        return new ModelNotFoundException(
                reference.version() != null
                        ? "there is no model of version %s, or no longer".formatted(reference)
                        : "there is no alias %s".formatted(reference));
    }

    private static ModelVersion row(ResultSet row, int number) throws SQLException {
        return new ModelVersion(
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("sha256"),
                row.getInt("file_size"),
                ModelFile.read(row.getBytes("file")));
    }

    private static ModelSummary summary(ResultSet row, int number) throws SQLException {
        return new ModelSummary(
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("sha256"),
                row.getInt("file_size"),
                ModelDescription.read(row.getString("description")));
    }
}

package lenet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database from before models had aliases with a history becomes one that has them, and loses nothing. */
abstract class ModelMigrationContract {

    private static final UUID JOB = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private DataSource database;

    /** An empty database. */
    abstract DataSource database();

    @BeforeEach
    void migrateAnOldDatabase() {
        database = database();
        Flyway.configure()
                .dataSource(database)
                .target(MigrationVersion.fromVersion("4"))
                .load()
                .migrate();
        jdbc().sql("""
                        insert into model_version (created_at, architecture, validation_accuracy, test_accuracy, sha256, file)
                        values (current_timestamp, 'lenet5', 0.9, 0.8, :sha256, :file)
                        """)
                .param("sha256", "0".repeat(64))
                .param("file", new byte[123])
                .update();
        jdbc().sql("""
                        insert into model_version (created_at, architecture, validation_accuracy, test_accuracy, sha256, file)
                        values (current_timestamp, 'lenet5', 0.9, 0.8, :sha256, :file)
                        """)
                .param("sha256", "1".repeat(64))
                .param("file", ModelFile.write(BundledModel.load()))
                .update();
        jdbc().sql("insert into model_alias (name, version, updated_at) values ('live', 1, current_timestamp)")
                .update();
        jdbc().sql("""
                        insert into training_job (id, recipe, promotion, state, attempts, created_at, epoch, batch,
                            batches_per_epoch, images_per_second, model_version)
                        values (:id, '{}', 'NEVER', 'COMPLETED', 1, current_timestamp, 1, 1, 1, 1, 1)
                        """).param("id", JOB).update();
        Flyway.configure()
                .dataSource(database)
                .javaMigrations(new ModelDescriptions())
                .load()
                .migrate();
    }

    @Test
    void aModelKnowsItsSize() {
        assertThat(jdbc().sql("select file_size from model_version where version = 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(123);
    }

    @Test
    void aModelIsDescribedWithoutItsFile() {
        assertThat(description(2)).isEqualTo(ModelDescription.of(BundledModel.load()));
    }

    @Test
    void aModelWhoseFileCannotBeReadHasNoDescriptionAndStopsNothing() {
        assertThat(description(1)).isNull();
    }

    @Test
    void theLiveAliasHasItsFirstMove() {
        Map<String, Object> move =
                jdbc().sql("select * from model_alias_move").query().singleRow();

        assertThat(move)
                .containsEntry("alias", "live")
                .containsEntry("sequence", 1)
                .containsEntry("to_version", 1L);
    }

    @Test
    void aJobTellsWhichModelItMadeAlsoWhenThatIsDeleted() {
        jdbc().sql("delete from model_alias").update();
        jdbc().sql("delete from model_version").update();

        assertThat(jdbc().sql("select model_version from training_job")
                        .query(Long.class)
                        .single())
                .isEqualTo(1L);
    }

    private @Nullable ModelDescription description(long version) {
        return jdbc().sql("select description from model_version where version = :version")
                .param("version", version)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .map(ModelDescription::read)
                .orElse(null);
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(database);
    }
}

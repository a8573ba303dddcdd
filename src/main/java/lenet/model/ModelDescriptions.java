package lenet.model;

import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Step 7 of the schema: every model's description stands in a column, beside its file. */
@Component
class ModelDescriptions implements JavaMigration {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDescriptions.class);

    private static final List<String> SCHEMA = List.of(
            "alter table model_version add column description varchar(100000)",
            "create index model_version_by_architecture on model_version (architecture, version)");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("7");
    }

    @Override
    public String getDescription() {
        return "model descriptions";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        Connection connection = context.getConnection();
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        SCHEMA.forEach(statement -> jdbc.sql(statement).update());
        jdbc.sql("select version from model_version order by version")
                .query(Long.class)
                .list()
                .forEach(version -> describe(version, jdbc));
    }

    /** One whose file cannot be read can be neither listed nor used; it stays for whoever wants to look into it. */
    private static void describe(long version, JdbcClient jdbc) {
        byte[] file = jdbc.sql("select file from model_version where version = :version")
                .param("version", version)
                .query((row, number) -> row.getBytes("file"))
                .single();
        try {
            jdbc.sql("update model_version set description = :description where version = :version")
                    .param(
                            "description",
                            ModelDescription.of(ModelFile.read(file)).toJson())
                    .param("version", version)
                    .update();
        } catch (ModelFileException e) {
            LOG.warn("model {} will not be listed: its file cannot be read: {}", version, e.getMessage());
        }
    }
}

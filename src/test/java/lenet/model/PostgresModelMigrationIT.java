package lenet.model;

import javax.sql.DataSource;
import lenet.testing.Needs;
import lenet.testing.PostgresServer;
import lenet.testing.RunningNode;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Needs.Postgres
class PostgresModelMigrationIT extends ModelMigrationContract {

    @Override
    DataSource database() {
        RunningNode.Database database = PostgresServer.newDatabase();
        return new DriverManagerDataSource(database.url(), database.username(), database.password());
    }
}

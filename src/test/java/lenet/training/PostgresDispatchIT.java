package lenet.training;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import lenet.testing.Needs;
import lenet.testing.PostgresServer;
import lenet.testing.RunningNode;

/** The contract on PostgreSQL 17. */
@Needs.Postgres
class PostgresDispatchIT extends DispatchContract {

    private static final RunningNode.Database DATABASE = PostgresServer.newDatabase();

    @Override
    HikariDataSource open() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(DATABASE.url());
        pool.setUsername(DATABASE.username());
        pool.setPassword(DATABASE.password());
        return pool;
    }

    @Override
    Optional<JdbcCustomization> customization() {
        return Optional.empty();
    }
}

package lenet.training;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * db-scheduler's connections: within a transaction that one's, otherwise its own, to the same database. Requests that have
 * taken all others must not keep a node from saying that it lives.
 */
@Component
class SchedulerConnections implements DisposableBean {

    /** For what polls and for what says that the node lives. */
    private static final int CONNECTIONS = 2;

    private final HikariDataSource own = new HikariDataSource();
    private final Routing dataSource = new Routing();

    SchedulerConnections(DataSource everybodys) throws SQLException {
        HikariDataSource model = everybodys.unwrap(HikariDataSource.class);
        model.copyStateTo(own);
        own.setCredentials(model.getCredentials());
        own.setPoolName("db-scheduler");
        own.setMaximumPoolSize(CONNECTIONS);
        own.setMinimumIdle(CONNECTIONS);
        dataSource.setTargetDataSources(Map.of(true, new TransactionAwareDataSourceProxy(everybodys), false, own));
        dataSource.initialize();
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void destroy() {
        own.close();
    }

    private static final class Routing extends AbstractRoutingDataSource {

        @Override
        protected Boolean determineCurrentLookupKey() {
            return TransactionSynchronizationManager.isActualTransactionActive();
        }
    }
}

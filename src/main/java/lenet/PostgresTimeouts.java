package lenet;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.jdbc.DatabaseDriver;

/** Gives connections to PostgreSQL an end to their patience, unless the URL or the settings have done so. */
class PostgresTimeouts extends PoolSettings {

    private static final String CONNECT_SECONDS = "3";

    /** Above every query of this service many times over, below the time after which a silent node counts as dead. */
    private static final String SOCKET_SECONDS = "10";

    /**
     * A node that is frozen or cut off in the middle of a transaction keeps its locks no longer than this: others want to
     * take its jobs over. The second setting, new in PostgreSQL 17, is the only one that ends a transaction of whose last
     * statement one half has arrived and the other never will; an older PostgreSQL does without it.
     */
    private static final String SILENT_TRANSACTION = """
            select set_config(name, '15s', false) from pg_settings
            where name in ('idle_in_transaction_session_timeout', 'transaction_timeout')""";

    PostgresTimeouts() {
        super(DatabaseDriver.POSTGRESQL);
    }

    @Override
    void apply(HikariDataSource pool, String url) {
        pool.getDataSourceProperties().putIfAbsent("connectTimeout", CONNECT_SECONDS);
        pool.getDataSourceProperties().putIfAbsent("socketTimeout", SOCKET_SECONDS);
        pool.getDataSourceProperties().putIfAbsent("tcpKeepAlive", "true");
        if (pool.getConnectionInitSql() == null) {
            pool.setConnectionInitSql(SILENT_TRANSACTION);
        }
    }
}

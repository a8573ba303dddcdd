package lenet;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.DatabaseDriver;

/** What a pool of connections to one kind of database is told before its first connection. */
abstract class PoolSettings implements BeanPostProcessor {

    private final DatabaseDriver database;

    PoolSettings(DatabaseDriver database) {
        this.database = database;
    }

    @Override
    public final Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && DatabaseDriver.fromJdbcUrl(pool.getJdbcUrl()) == database) {
            apply(pool, pool.getJdbcUrl());
        }
        return bean;
    }

    /** Tells it, wherever {@code url} and the service's own settings have not. */
    abstract void apply(HikariDataSource pool, String url);
}

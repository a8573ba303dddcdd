package lenet;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.DatabaseDriver;

/**
 * Has H2 write a transaction to its file before it calls it committed, unless the URL says otherwise. By itself H2 writes
 * twice a second, and a killed process loses what it has answered for since.
 */
class H2WritesThrough implements BeanPostProcessor {

    private static final String SETTING = "WRITE_DELAY";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && DatabaseDriver.fromJdbcUrl(pool.getJdbcUrl()) == DatabaseDriver.H2
                && !pool.getJdbcUrl().toUpperCase(Locale.ROOT).contains(SETTING)) {
            pool.addDataSourceProperty(SETTING, "0");
        }
        return bean;
    }
}

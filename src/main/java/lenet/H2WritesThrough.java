package lenet;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import org.springframework.boot.jdbc.DatabaseDriver;

/**
 * Has H2 write a transaction to its file before it calls it committed, unless the URL says otherwise. By itself H2 writes
 * twice a second, and a killed process loses what it has answered for since.
 */
class H2WritesThrough extends PoolSettings {

    private static final String SETTING = "WRITE_DELAY";

    H2WritesThrough() {
        super(DatabaseDriver.H2);
    }

    @Override
    void apply(HikariDataSource pool, String url) {
        if (!url.toUpperCase(Locale.ROOT).contains(SETTING)) {
            pool.addDataSourceProperty(SETTING, "0");
        }
    }
}

package lenet;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import org.springframework.boot.jdbc.DatabaseDriver;

/**
 * Has H2 give back what its file no longer needs when the service stops, unless the URL says otherwise. By itself it takes
 * 200 ms for that, which leaves most of a large file as it is.
 */
class H2Compacts extends PoolSettings {

    private static final String SETTING = "MAX_COMPACT_TIME";

    /** Leaves the rest of the ten seconds that a stop may take to the jobs and the requests. */
    private static final String MILLIS = "3000";

    H2Compacts() {
        super(DatabaseDriver.H2);
    }

    @Override
    void apply(HikariDataSource pool, String url) {
        if (!url.toUpperCase(Locale.ROOT).contains(SETTING)) {
            pool.addDataSourceProperty(SETTING, MILLIS);
        }
    }
}

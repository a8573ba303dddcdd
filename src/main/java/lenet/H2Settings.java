package lenet;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.jdbc.DatabaseDriver;

/** How H2 keeps its file, unless the URL says otherwise, and that it writes nothing more once a write has failed. */
class H2Settings extends PoolSettings {

    private static final Map<String, String> SETTINGS = Map.of(
            // A transaction is in the file before it counts as committed. By itself H2 writes twice a second, and
            // a killed process loses what it has answered for since.
            "WRITE_DELAY", "0",
            // Milliseconds in which H2, when the service stops, gives back what its file no longer needs. Its own
            // 200 leave most of a large file as it is; the jobs and requests have the rest of a stop's ten seconds.
            "MAX_COMPACT_TIME", "3000",
            // No file beside its own, which on a full disk takes whatever room comes free.
            "TRACE_LEVEL_FILE", "0");

    H2Settings() {
        super(DatabaseDriver.H2);
        CarefulFiles.register();
    }

    @Override
    void apply(HikariDataSource pool, String url) {
        SETTINGS.forEach((name, value) -> {
            if (!url.toUpperCase(Locale.ROOT).contains(name)) {
                pool.addDataSourceProperty(name, value);
            }
        });
        pool.setJdbcUrl(url.replaceFirst("^jdbc:h2:(file:|(?=[./~]))", "jdbc:h2:" + CarefulFiles.SCHEME + ":"));
    }
}

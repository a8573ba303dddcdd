package lenet.training;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded database, in a file as it is by default. */
class H2DispatchTest extends DispatchContract {

    @TempDir
    static Path folder;

    @Override
    HikariDataSource open() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("lenet"));
        pool.setUsername("sa");
        return pool;
    }

    @Override
    Optional<JdbcCustomization> customization() {
        return Optional.of(new H2LockAndFetch());
    }
}

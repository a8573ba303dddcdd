package lenet;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in H2's file while its process still has it open is all that a {@code kill -9} leaves. */
class H2WritesThroughTest {

    private static final int ROWS = 100;

    @TempDir
    static Path folder;

    @Test
    void everythingThatWasCommittedIsInTheFileAtOnce() throws Exception {
        try (HikariDataSource pool = pool("open", "")) {
            insertRows(pool);

            assertThat(rowsInACopyOf("open")).isEqualTo(ROWS);
        }
    }

    @Test
    void aUrlThatAsksForADelayGetsIt() {
        try (HikariDataSource pool = pool("delayed", ";write_delay=300")) {
            List<String> delays = JdbcClient.create(pool)
                    .sql("select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                    .query(String.class)
                    .list();

            assertThat(delays).containsOnly("300");
        }
    }

    private static void insertRows(HikariDataSource pool) {
        JdbcClient jdbc = JdbcClient.create(pool);
        jdbc.sql("create table job (id integer)").update();
        for (int id = 0; id < ROWS; id++) {
            jdbc.sql("insert into job values (:id)").param("id", id).update();
        }
    }

    private static int rowsInACopyOf(String database) throws IOException {
        Files.copy(folder.resolve(database + ".mv.db"), folder.resolve("copy.mv.db"));
        try (HikariDataSource copy = pool("copy", "")) {
            return JdbcClient.create(copy)
                    .sql("select count(*) from job")
                    .query(Integer.class)
                    .single();
        }
    }

    private static HikariDataSource pool(String database, String settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve(database) + settings);
        pool.setUsername("sa");
        pool.setPassword("");
        new H2Settings().postProcessBeforeInitialization(pool, "dataSource");
        return pool;
    }
}

package lenet;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class H2CompactsTest {

    private static final int FILES = 60;
    private static final int FILE_BYTES = 250_000;

    @TempDir
    static Path folder;

    @Test
    void theFileShrinksWhenTheServiceStops() throws IOException {
        try (HikariDataSource pool = pool()) {
            JdbcClient jdbc = JdbcClient.create(pool);
            jdbc.sql("create table model (id integer primary key, file bytea)").update();
            byte[] file = new byte[FILE_BYTES];
            new Random(1).nextBytes(file);
            for (int id = 0; id < FILES; id++) {
                jdbc.sql("insert into model values (:id, :file)")
                        .param("id", id)
                        .param("file", file)
                        .update();
            }
            for (int id = 1; id < FILES; id++) {
                jdbc.sql("delete from model where id = :id").param("id", id).update();
            }
            assertThat(size()).isGreaterThanOrEqualTo(FILES * FILE_BYTES);
        }

        assertThat(size()).isLessThan(FILES * FILE_BYTES / 2);
    }

    private static long size() throws IOException {
        return Files.size(folder.resolve("models.mv.db"));
    }

    private static HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("models"));
        pool.setUsername("sa");
        pool.setPassword("");
        new H2Settings().postProcessBeforeInitialization(pool, "dataSource");
        return pool;
    }
}

package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import lenet.model.BundledModel;
import lenet.model.ModelFile;
import lenet.model.Provenance;
import lenet.model.RunningSystem;
import lenet.model.TrainedModel;
import lenet.model.TrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is shown of models without reading their files. */
@SuppressWarnings("NullAway.Init") // Spring sets the fields.
class ModelListTest extends ModelContract {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HikariDataSource pool;

    @Autowired
    Scheduler scheduler;

    @ParameterizedTest
    @ValueSource(strings = {MODELS + "?size=100", MODELS + "/%d", "/v2/models/lenet5", "/v2/models/lenet5/versions/%d"})
    void noFileIsRead(String path) {
        long version = register(81);
        String whole = get(path.formatted(version)).text();

        jdbc.sql("update model_version set file = :file where version = :version")
                .param("file", new byte[] {1, 2, 3})
                .param("version", version)
                .update();

        assertThat(get(path.formatted(version)).text()).isEqualTo(whole).contains(Long.toString(version));
        jdbc.sql("delete from model_version where version = :version")
                .param("version", version)
                .update();
    }

    @Test
    void aModelIsListedAsItWasRegistered() {
        long version = register(82);

        assertThat(StreamSupport.stream(get(MODELS).json().get("models").spliterator(), false)
                        .filter(model -> model.get("version").longValue() == version))
                .containsExactly(get(MODELS + "/" + version).json());
        assertThat(registry.describe(version))
                .contains(registry.find(version).orElseThrow().summary());
    }

    @Test
    void twelveWhoListAHundredModelsAreAllAnswered() throws Exception {
        IntStream.range(0, 100).forEach(i -> register(1_000 + i));
        ExecutorService clients = Executors.newFixedThreadPool(12);

        List<Future<Answer>> answers = IntStream.range(0, 12 * 5)
                .mapToObj(i -> clients.submit(() -> get(MODELS + "?size=100")))
                .toList();

        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
        clients.shutdown();
    }

    @Test
    void aFileThatTellsTooMuchIsRefused() {
        TrainingRun run = new TrainingRun("job", "{\"a\":\"%s\"}".formatted("a".repeat(100_000)), 1, 1, "", "", "", 1);
        TrainedModel bundled = BundledModel.load();
        byte[] file = ModelFile.write(new TrainedModel(
                bundled.name(),
                bundled.ensemble(),
                Provenance.of(run, new RunningSystem("", "", "", "", "", null), Instant.EPOCH),
                bundled.scores()));

        Answer refused = post(MODELS, "application/octet-stream", file);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("/problems/unreadable-model", "at most 100,000 are accepted");
    }

    @Test
    void theSchedulerNeedsNoneOfTheConnectionsThatRequestsUseUp() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < pool.getMaximumPoolSize()) {
                taken.add(pool.getConnection());
            }

            assertThat(scheduler.getScheduledExecutions()).isEmpty();
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }
}

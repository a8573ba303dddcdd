package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lenet.classification.ClassificationService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HotSwapTest extends ModelContract {

    private static final int CLIENTS = 32;
    private static final String REASON = "a test";

    @Autowired
    ClassificationService classification;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final List<Long> versions = new ArrayList<>();

    @BeforeEach
    void registerTwoModels() {
        versions.add(register(71));
        versions.add(register(72));
        aliases.promote(versions.get(0), REASON);
    }

    @AfterEach
    void sendTheClientsAway() {
        clients.shutdownNow();
    }

    @Test
    void noClassificationFailsWhileTheLiveModelIsSwapped() throws Exception {
        byte[] picture = png(0);
        List<Future<List<Answer>>> answers = IntStream.range(0, CLIENTS)
                .mapToObj(client -> clients.submit(() -> IntStream.range(0, 20)
                        .mapToObj(i -> post(CLASSIFICATIONS, "image/png", picture))
                        .toList()))
                .toList();
        int swaps = 0;
        while (answers.stream().anyMatch(future -> !future.isDone())) {
            aliases.promote(versions.get(++swaps % 2), REASON);
        }

        assertThat(swaps).isGreaterThan(1);
        assertThat(all(answers)).hasSize(CLIENTS * 20).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(versions).contains(answer.json().get("modelVersion").longValue());
        });
    }

    @Test
    void aPromotedModelAnswersTheNextRequest() {
        aliases.promote(versions.get(1), REASON);

        assertThat(post(CLASSIFICATIONS, "image/png", png(0))
                        .json()
                        .get("modelVersion")
                        .longValue())
                .isEqualTo(versions.get(1));
    }

    @Test
    void promotionsAtOnceLeaveTheRegistrysModelLive() throws Exception {
        List<Future<?>> promotions = new ArrayList<>();
        // Fewer at once than the database has connections: who waits for one for three seconds is refused.
        for (int client = 0; client < 8; client++) {
            promotions.add(clients.submit(() -> {
                for (int i = 0; i < 5; i++) {
                    aliases.promote(versions.get(i % 2), REASON);
                }
            }));
        }
        for (Future<?> promotion : promotions) {
            promotion.get();
        }

        assertThat(classification.live().orElseThrow().version())
                .isEqualTo(aliases.liveVersion().orElseThrow());
    }

    private static List<Answer> all(List<Future<List<Answer>>> futures)
            throws ExecutionException, InterruptedException {
        List<Answer> all = new ArrayList<>();
        for (Future<List<Answer>> future : futures) {
            all.addAll(future.get());
        }
        return all;
    }
}

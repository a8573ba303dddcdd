package lenet.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvaluationQueueTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EvaluationMeters meters = new EvaluationMeters(registry);
    private final Admission admission = new Admission(
            1,
            new ClassificationProperties(8, 2, Duration.ofSeconds(1)),
            () -> false,
            new ClassificationMeters(registry));
    private final EvaluationQueue queue = new EvaluationQueue(
            new EvaluationProperties(1, 2, Duration.ofMillis(50), 2), () -> false, admission, meters);
    private final SharedAnswers<String, Integer> answers = new SharedAnswers<>(queue, meters.duration("letters"), 2);

    @AfterEach
    void stop() throws InterruptedException {
        queue.destroy();
    }

    @Test
    void whatTakesLongerThanTheDeadlineGoesOnAndIsKept() throws InterruptedException {
        CountDownLatch refused = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(1);

        assertThatExceptionOfType(EvaluationNotReadyException.class)
                .isThrownBy(() -> answers.to("seven", pause -> {
                    awaitUninterruptibly(refused);
                    pause.run();
                    return 5;
                }))
                .withMessageContaining("50 ms");
        refused.countDown();
        answers.to("after", pause -> {
            finished.countDown();
            return 0;
        });

        finished.await();
        assertThat(answers.known("seven")).contains(5);
        assertThat(registry.get("lenet.evaluation.dropped")
                        .tag("reason", "deadline")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aFailureIsToldAndNotKept() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> answers.to("seven", pause -> {
                    throw new IllegalStateException("broken");
                }))
                .withMessage("broken");

        assertThat(answers.to("seven", pause -> 5)).isEqualTo(5);
    }

    @Test
    void noMoreAnswersAreKeptThanMayBe() {
        for (String word : new String[] {"one", "two", "three", "four", "five"}) {
            answers.to(word, pause -> word.length());
        }

        assertThat(new String[] {"one", "two", "three", "four", "five"})
                .filteredOn(word -> answers.known(word).isPresent())
                .hasSize(2);
    }

    @Test
    void whatIsComputedEndsWithTheService() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Computation<Integer> endless = queue.begin(pause -> {
            begun.countDown();
            while (true) {
                pause.run();
            }
        });
        begun.await();

        queue.destroy();

        assertThat(endless).isCompletedExceptionally();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

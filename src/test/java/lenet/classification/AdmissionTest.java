package lenet.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Admission admission = new Admission(
            1,
            new ClassificationProperties(8, 2, Duration.ofMillis(50)),
            () -> false,
            new ClassificationMeters(registry));

    @Test
    void workGivesItsResult() {
        assertThat(admission.<String>inTurn(() -> "seven")).isEqualTo("seven");
    }

    @Test
    void whoWaitsLongerThanTheDeadlineIsRefused() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        Thread longWork = new Thread(() -> admission.inTurn(() -> {
            taken.countDown();
            awaitUninterruptibly(refused);
            return true;
        }));
        longWork.start();
        taken.await();

        assertThatExceptionOfType(OverloadedException.class)
                .isThrownBy(() -> admission.inTurn(() -> true))
                .withMessageContaining("50 ms");
        refused.countDown();
        longWork.join();
        assertThat(registry.get("lenet.classification.dropped")
                        .tag("reason", "deadline")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void workThatFailsGivesItsTurnBack() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> admission.inTurn(() -> {
                    throw new IllegalStateException("broken");
                }));

        assertThat(admission.<Boolean>inTurn(() -> true)).isTrue();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

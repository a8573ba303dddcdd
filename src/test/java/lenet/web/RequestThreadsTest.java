package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestThreadsTest {

    private static final int FEWEST = 2;
    private static final int MOST = 16;

    private final RequestThreads threads = new RequestThreads(FEWEST, MOST);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() {
        release.countDown();
        threads.shutdown();
    }

    @Test
    void requestsThatAreHeldUpHoldUpNoOthers() throws InterruptedException {
        holdUp(MOST - 1);
        CountDownLatch answered = new CountDownLatch(1);

        threads.execute(answered::countDown);

        answered.await();
        assertThat(threads.getPoolSize()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void noMoreThreadsAnswerThanMay() {
        holdUp(3 * MOST);

        await().until(() -> threads.getPoolSize() == MOST);
        await().during(Duration.ofMillis(100)).until(() -> threads.getPoolSize() == MOST);
    }

    @Test
    void whenNothingIsHeldUpAnyMoreThereAreFewAgain() {
        holdUp(MOST);
        await().until(() -> threads.getPoolSize() == MOST);

        release.countDown();

        await().until(() -> threads.getPoolSize() == FEWEST);
    }

    @Test
    void requestsBeginInTheOrderInWhichTheyCame() {
        List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
        RequestThreads one = new RequestThreads(1, 1);

        IntStream.range(0, 1_000).forEach(request -> one.execute(() -> begun.add(request)));

        await().until(() -> begun.size() == 1_000);
        assertThat(begun).isSorted();
        one.shutdown();
    }

    @Test
    void aRequestKnowsSinceWhenItHasWaited() {
        List<Long> arrivals = Collections.synchronizedList(new ArrayList<>());
        long before = System.nanoTime();
        holdUp(FEWEST);

        threads.execute(() -> arrivals.add(RequestThreads.arrival()));
        long after = System.nanoTime();

        await().until(() -> arrivals.size() == 1);
        assertThat(arrivals.get(0)).isBetween(before, after);
    }

    private void holdUp(int requests) {
        for (int i = 0; i < requests; i++) {
            threads.execute(this::awaitRelease);
        }
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

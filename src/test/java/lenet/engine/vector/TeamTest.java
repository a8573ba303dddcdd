package lenet.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TeamTest {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @Test
    @Timeout(30)
    void everyMemberWorksOnceAStepAndTheStepEndsWithTheLast() {
        AtomicIntegerArray turns = new AtomicIntegerArray(4);
        try (Team team = new Team(4, new Serving())) {
            for (int step = 1; step <= 1_000; step++) {
                int members = 1 + step % 4;
                AtomicIntegerArray before = new AtomicIntegerArray(4);
                for (int member = 0; member < 4; member++) {
                    before.set(member, turns.get(member));
                }

                team.run(members, turns::incrementAndGet);

                for (int member = 0; member < 4; member++) {
                    assertThat(turns.get(member) - before.get(member)).isEqualTo(member < members ? 1 : 0);
                }
            }
        }
    }

    @Test
    @Timeout(30)
    void whoeverHasGoneToSleepWakesUpAgain() {
        AtomicIntegerArray turns = new AtomicIntegerArray(2);
        AtomicReference<Thread> helper = new AtomicReference<>();
        Thread caller = Thread.currentThread();
        try (Team team = new Team(2, new Serving())) {
            for (int step = 0; step < 5; step++) {
                team.run(2, member -> {
                    if (member == 1) {
                        helper.set(Thread.currentThread());
                        awaitSleep(caller);
                    }
                    turns.incrementAndGet(member);
                });
                awaitSleep(Objects.requireNonNull(helper.get()));
            }
        }

        assertThat(turns.get(0)).isEqualTo(5);
        assertThat(turns.get(1)).isEqualTo(5);
    }

    @Test
    void leavesACoreToWhoeverClassifies() {
        Serving serving = new Serving();
        try (Team team = new Team(CORES, serving)) {
            assertThat(team.available()).isEqualTo(CORES);

            serving.answering();

            assertThat(team.available()).isEqualTo(Math.max(1, CORES - 1));
        }
    }

    private static void awaitSleep(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}

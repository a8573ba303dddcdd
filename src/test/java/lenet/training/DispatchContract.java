package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of a database under db-scheduler: that of many pollers one gets a row, in order, and never two. */
@SuppressWarnings("NullAway.Init") // Opened before every test.
abstract class DispatchContract {

    private static final int SCHEDULERS = 4;
    private static final int THREADS = 3;
    private static final int ROWS = 400;

    private final Map<String, AtomicInteger> executions = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> byScheduler = new ConcurrentHashMap<>();
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<Scheduler> schedulers = new ArrayList<>();
    private HikariDataSource database;

    abstract HikariDataSource open();

    abstract Optional<JdbcCustomization> customization();

    @BeforeEach
    void migrate() {
        database = open();
        database.setMaximumPoolSize(SCHEDULERS * (THREADS + 2));
        Flyway.configure().dataSource(database).cleanDisabled(false).load().clean();
        Flyway.configure().dataSource(database).load().migrate();
    }

    @AfterEach
    void close() {
        schedulers.forEach(Scheduler::stop);
        database.close();
    }

    @Test
    void everyRowIsExecutedOnceByOneOfManyPollers() {
        for (int i = 0; i < SCHEDULERS; i++) {
            schedulers.add(scheduler("node-" + i, THREADS));
        }
        IntStream.range(0, ROWS).parallel().forEach(row -> schedulers
                .get(row % SCHEDULERS)
                .schedule(JobQueue.TASK.instance("row-" + row).build(), Instant.now()));
        schedulers.forEach(Scheduler::start);

        await().atMost(Duration.ofSeconds(60)).until(() -> executions.size() == ROWS);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> schedulers.get(0).getScheduledExecutions().isEmpty());
        assertThat(executions.values()).extracting(AtomicInteger::get).containsOnly(1);
        assertThat(byScheduler).hasSize(SCHEDULERS);
    }

    @Test
    void higherPrioritiesGoFirstAndTheOldestOfOnePriority() {
        Scheduler scheduler = scheduler("alone", 1);
        schedulers.add(scheduler);
        Instant then = Instant.now().minusSeconds(60);
        for (int row = 0; row < 5; row++) {
            scheduler.schedule(
                    JobQueue.TASK.instance("usual-" + row).priority(0).build(), then.plusSeconds(row));
            scheduler.schedule(
                    JobQueue.TASK.instance("urgent-" + row).priority(7).build(), then.plusSeconds(10 + row));
        }
        scheduler.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> order.size() == 10);
        assertThat(order)
                .containsExactly(
                        "urgent-0",
                        "urgent-1",
                        "urgent-2",
                        "urgent-3",
                        "urgent-4",
                        "usual-0",
                        "usual-1",
                        "usual-2",
                        "usual-3",
                        "usual-4");
    }

    @Test
    void aPollerTakesNoMoreThanItHasThreadsFor() {
        CountDownLatch idleIsDone = new CountDownLatch(1);
        OneTimeTask<Void> slow = Tasks.oneTime(JobQueue.TASK).execute((task, context) -> {
            order.add(task.getId());
            awaitZero(idleIsDone);
        });
        Scheduler busy = builder("busy", 1, slow).build();
        schedulers.add(busy);
        for (int row = 0; row < 5; row++) {
            busy.schedule(JobQueue.TASK.instance("row-" + row).build(), Instant.now());
        }
        busy.start();
        await().until(() -> order.size() == 1);
        schedulers.add(scheduler("idle", 1));
        schedulers.get(1).start();

        await().atMost(Duration.ofSeconds(20)).until(() -> executions.size() == 4);
        idleIsDone.countDown();
        assertThat(byScheduler).containsOnlyKeys("idle");
    }

    private Scheduler scheduler(String name, int threads) {
        OneTimeTask<Void> task = Tasks.oneTime(JobQueue.TASK).execute((instance, context) -> {
            order.add(instance.getId());
            executions
                    .computeIfAbsent(instance.getId(), id -> new AtomicInteger())
                    .incrementAndGet();
            byScheduler.computeIfAbsent(name, id -> new AtomicInteger()).incrementAndGet();
        });
        return builder(name, threads, task).build();
    }

    private SchedulerBuilder builder(String name, int threads, OneTimeTask<Void> task) {
        var builder = Scheduler.create(database, task)
                .schedulerName(new SchedulerName.Fixed(name))
                .threads(threads)
                .pollingInterval(Duration.ofMillis(20))
                .heartbeatInterval(Duration.ofSeconds(1))
                .shutdownMaxWait(Duration.ofSeconds(6))
                .enablePriority()
                .pollUsingLockAndFetch(0.5, 1.0);
        customization().ifPresent(builder::jdbcCustomization);
        return builder;
    }

    private static void awaitZero(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

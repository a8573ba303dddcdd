package lenet.training;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerConfigurationSupport;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.stats.StatsRegistry;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** db-scheduler as this service uses it. Its settings stand in application.yaml. */
@Configuration(proxyBeanMethods = false)
class JobScheduling {

    /** Failures of the claim itself, not of the training: what is then forgotten, {@link Housekeeping} finds again. */
    private static final int MOST_RETRIES = 10;

    @Bean
    Task<Void> trainingJobTask(JobWorker worker) {
        return Tasks.oneTime(JobQueue.TASK)
                .onDeadExecution(worker::takeOver)
                .onFailure(FailureHandler.<Void>maxRetries(MOST_RETRIES)
                        .retryEvery(Duration.ofSeconds(2))
                        .thenRemove())
                .execute(worker::execute);
    }

    @Bean
    DbSchedulerCustomizer dbSchedulerCustomizer(Node node, DatabaseDriver database, TrainingProperties properties) {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<SchedulerName> schedulerName() {
                return Optional.of(new SchedulerName.Fixed(node.name()));
            }

            @Override
            public Optional<JdbcCustomization> jdbcCustomization() {
                return database == DatabaseDriver.H2 ? Optional.of(new H2LockAndFetch()) : Optional.empty();
            }

            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(trainingThreads(properties.concurrentJobs()));
            }
        };
    }

    /** Stopped by {@link JobSchedulerLifecycle}, while the database is still there; not once more as a bean. */
    @Bean(destroyMethod = "")
    @DependsOnDatabaseInitialization
    Scheduler scheduler(
            DbSchedulerProperties properties,
            DbSchedulerCustomizer customizer,
            StatsRegistry statistics,
            Clock clock,
            SchedulerConnections connections,
            List<Task<?>> tasks) {
        return DbSchedulerConfigurationSupport.buildScheduler(
                properties, customizer, statistics, clock, connections.dataSource(), tasks, List.of(), List.of());
    }

    private static ExecutorService trainingThreads(int count) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "training-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}

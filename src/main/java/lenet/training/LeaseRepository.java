package lenet.training;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a running job writes about itself; with an old lease nothing is written. */
@Repository
class LeaseRepository {

    private static final String HELD = " where id = :id and attempts = :attempt and state = 'RUNNING'";

    private final JdbcClient jdbc;
    private final Clock clock;

    LeaseRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes how far the job has come. Within a transaction this also keeps the job as it is until the end.
     *
     * @param ran over all attempts
     * @throws FencedException when the job has moved on
     */
    void saveProgress(Lease lease, int epoch, int batch, double imagesPerSecond, Duration ran) {
        int rows = jdbc.sql("""
                        update training_job
                        set epoch = :epoch, batch = :batch, images_per_second = :imagesPerSecond,
                            ran_seconds = :ranSeconds, progress_at = :now
                        """ + HELD)
                .param("epoch", epoch)
                .param("batch", batch)
                .param("imagesPerSecond", imagesPerSecond)
                .param("ranSeconds", ran.toMillis() / 1e3)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", lease.job())
                .param("attempt", lease.attempt())
                .update();
        if (rows == 0) {
            throw new FencedException(lease);
        }
    }

    /** Forgets the crashes behind a job that has come further than before. */
    void forgetCrashes(Lease lease) {
        jdbc.sql("update training_job set crashes = 0" + HELD)
                .param("id", lease.job())
                .param("attempt", lease.attempt())
                .update();
    }

    /** What is asked of the running job. */
    Optional<JobWish> wish(Lease lease) {
        return jdbc.sql("select wish from training_job" + HELD + " and wish is not null")
                .param("id", lease.job())
                .param("attempt", lease.attempt())
                .query(String.class)
                .optional()
                .map(JobWish::valueOf);
    }
}

package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import lenet.testing.Needs;
import lenet.testing.PostgresServer;
import lenet.testing.RunningNode;
import org.junit.jupiter.api.Test;

/** The contract on PostgreSQL 17. */
@Needs.Postgres
class PostgresJobControlIT extends JobControlContract {

    private static final RunningNode.Database DATABASE = PostgresServer.newDatabase();

    @Override
    RunningService start() {
        return new RunningService(DATABASE.url(), DATABASE.username(), DATABASE.password());
    }

    @Test
    void aFullDiskLeavesNoHalfOfAModelAndTheJobWaitsForRoom() {
        service.jdbc().sql("""
                        create function disk_full() returns trigger language plpgsql as $$
                        begin
                            raise exception 'could not extend file: No space left on device' using errcode = '53100';
                        end $$
                        """).update();
        service.jdbc()
                .sql("create trigger disk_full before insert on model_version execute function disk_full()")
                .update();
        TrainingJob job = submit(1, 100);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.training().curve(job.id()).epochs().size() == 1);
        await().during(Duration.ofSeconds(2))
                .until(() -> service.training().find(job.id()).state() == JobState.RUNNING);
        assertThat(rows("evaluation", job)).isZero();

        service.jdbc().sql("drop trigger disk_full on model_version").update();

        assertThat(completed(job).state()).isEqualTo(JobState.COMPLETED);
        assertThat(rows("evaluation", job)).isEqualTo(2);
        assertThat(rows("model_version", job)).isEqualTo(1);
    }

    private int rows(String table, TrainingJob job) {
        return service.jdbc()
                .sql("select count(*) from " + table + " where job_id = :job")
                .param("job", job.id())
                .query(Integer.class)
                .single();
    }
}

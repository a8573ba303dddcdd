package lenet.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import lenet.network.Architecture;
import lenet.network.NetworkState;
import lenet.network.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A job's last and best checkpoint. */
@Repository
class CheckpointRepository {

    private final JdbcClient jdbc;

    CheckpointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the job's checkpoint of that kind; to be called within a transaction. */
    void save(UUID job, Checkpoint.Kind kind, Checkpoint checkpoint) {
        delete(job, kind);
        jdbc.sql("""
                        insert into checkpoint
                            (job_id, kind, epoch, batch, loss_sum, correct, seconds, parameters, optimiser_state, step)
                        values (:job, :kind, :epoch, :batch, :lossSum, :correct, :seconds,
                                :parameters, :optimiserState, :step)
                        """)
                .param("job", job)
                .param("kind", kind.name())
                .param("epoch", checkpoint.epoch())
                .param("batch", checkpoint.partial().batches())
                .param("lossSum", checkpoint.partial().lossSum())
                .param("correct", checkpoint.partial().correct())
                .param("seconds", checkpoint.partial().seconds())
                .param(
                        "parameters",
                        Floats.toBytes(checkpoint.state().parameters().toArray()))
                .param("optimiserState", Floats.toBytes(checkpoint.state().optimiserState()))
                .param("step", checkpoint.state().steps())
                .update();
    }

    Optional<Checkpoint> find(UUID job, Checkpoint.Kind kind, Architecture architecture) {
        return jdbc.sql("select * from checkpoint where job_id = :job and kind = :kind")
                .param("job", job)
                .param("kind", kind.name())
                .query((row, number) -> checkpoint(row, architecture))
                .optional();
    }

    /** Drops the checkpoints of jobs that ended before {@code end}; says how many they were. */
    int deleteOfJobsEndedBefore(OffsetDateTime end) {
        return jdbc.sql("delete from checkpoint where job_id in (select id from training_job where finished_at < :end)")
                .param("end", end)
                .update();
    }

    private void delete(UUID job, Checkpoint.Kind kind) {
        jdbc.sql("delete from checkpoint where job_id = :job and kind = :kind")
                .param("job", job)
                .param("kind", kind.name())
                .update();
    }

    private static Checkpoint checkpoint(ResultSet row, Architecture architecture) throws SQLException {
        Parameters parameters = Parameters.of(architecture, Floats.fromBytes(row.getBytes("parameters")));
        float[] optimiserState = Floats.fromBytes(row.getBytes("optimiser_state"));
        PartialEpoch partial = new PartialEpoch(
                row.getInt("batch"), row.getDouble("loss_sum"), row.getInt("correct"), row.getDouble("seconds"));
        return new Checkpoint(
                row.getInt("epoch"), partial, new NetworkState(parameters, optimiserState, row.getLong("step")));
    }
}

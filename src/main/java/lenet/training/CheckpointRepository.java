package lenet.training;

import java.sql.ResultSet;
import java.sql.SQLException;
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
                        insert into checkpoint (job_id, kind, epoch, parameters, optimiser_state, step)
                        values (:job, :kind, :epoch, :parameters, :optimiserState, :step)
                        """)
                .param("job", job)
                .param("kind", kind.name())
                .param("epoch", checkpoint.epoch())
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

    private void delete(UUID job, Checkpoint.Kind kind) {
        jdbc.sql("delete from checkpoint where job_id = :job and kind = :kind")
                .param("job", job)
                .param("kind", kind.name())
                .update();
    }

    private static Checkpoint checkpoint(ResultSet row, Architecture architecture) throws SQLException {
        Parameters parameters = Parameters.of(architecture, Floats.fromBytes(row.getBytes("parameters")));
        float[] optimiserState = Floats.fromBytes(row.getBytes("optimiser_state"));
        return new Checkpoint(row.getInt("epoch"), new NetworkState(parameters, optimiserState, row.getLong("step")));
    }
}

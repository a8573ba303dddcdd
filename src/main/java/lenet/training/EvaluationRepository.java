package lenet.training;

import java.util.Optional;
import java.util.UUID;
import lenet.dataset.Split;
import lenet.evaluation.Predictions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a finished job's network said about every picture of a split. */
@Repository
class EvaluationRepository {

    private final JdbcClient jdbc;

    EvaluationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(UUID job, Split split, Predictions predictions) {
        jdbc.sql("""
                        insert into evaluation (job_id, split, loss, predicted, confidences)
                        values (:job, :split, :loss, :predicted, :confidences)
                        """)
                .param("job", job)
                .param("split", split.name())
                .param("loss", predictions.loss())
                .param("predicted", predictions.predicted())
                .param("confidences", Floats.toBytes(predictions.confidences()))
                .update();
    }

    Optional<Predictions> find(UUID job, Split split) {
        return jdbc.sql("select loss, predicted, confidences from evaluation where job_id = :job and split = :split")
                .param("job", job)
                .param("split", split.name())
                .query((row, number) -> new Predictions(
                        row.getDouble("loss"),
                        row.getBytes("predicted"),
                        Floats.fromBytes(row.getBytes("confidences"))))
                .optional();
    }
}

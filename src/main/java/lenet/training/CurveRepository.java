package lenet.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.LearningCurve;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Learning curves, an epoch a row. */
@Repository
class CurveRepository {

    private final JdbcClient jdbc;

    CurveRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends an epoch; false when it is there already, because a transaction whose end was not heard is repeated. */
    boolean append(UUID job, EpochMetrics metrics) {
        boolean present = jdbc.sql("select 1 from epoch_metrics where job_id = :job and epoch = :epoch")
                .param("job", job)
                .param("epoch", metrics.epoch())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (present) {
            return false;
        }
        jdbc.sql("""
                        insert into epoch_metrics
                            (job_id, epoch, training_loss, training_accuracy, validation_loss, validation_accuracy,
                             learning_rate, seconds, images_per_second)
                        values (:job, :epoch, :trainingLoss, :trainingAccuracy, :validationLoss, :validationAccuracy,
                                :learningRate, :seconds, :imagesPerSecond)
                        """)
                .param("job", job)
                .param("epoch", metrics.epoch())
                .param("trainingLoss", metrics.trainingLoss())
                .param("trainingAccuracy", metrics.trainingAccuracy())
                .param("validationLoss", metrics.validationLoss())
                .param("validationAccuracy", metrics.validationAccuracy())
                .param("learningRate", metrics.learningRate())
                .param("seconds", metrics.seconds())
                .param("imagesPerSecond", metrics.imagesPerSecond())
                .update();
        return true;
    }

    LearningCurve find(UUID job) {
        return new LearningCurve(jdbc.sql("select * from epoch_metrics where job_id = :job order by epoch")
                .param("job", job)
                .query(CurveRepository::metrics)
                .list());
    }

    /** The curves of several jobs; one without a finished epoch has no entry. */
    Map<UUID, LearningCurve> find(Collection<UUID> jobs) {
        if (jobs.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<EpochMetrics>> epochs = new HashMap<>();
        jdbc.sql("select * from epoch_metrics where job_id in (:jobs) order by job_id, epoch")
                .param("jobs", jobs)
                .query((ResultSet row) -> {
                    UUID job = row.getObject("job_id", UUID.class);
                    epochs.computeIfAbsent(job, id -> new ArrayList<>()).add(metrics(row, 0));
                });
        Map<UUID, LearningCurve> curves = new HashMap<>();
        epochs.forEach((job, rows) -> curves.put(job, new LearningCurve(rows)));
        return curves;
    }

    private static EpochMetrics metrics(ResultSet row, int number) throws SQLException {
        return new EpochMetrics(
                row.getInt("epoch"),
                row.getDouble("training_loss"),
                row.getDouble("training_accuracy"),
                row.getDouble("validation_loss"),
                row.getDouble("validation_accuracy"),
                row.getDouble("learning_rate"),
                row.getDouble("seconds"),
                row.getDouble("images_per_second"));
    }
}

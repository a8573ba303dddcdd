package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import lenet.training.JobProgress;
import lenet.training.JobState;
import lenet.training.TrainingJob;
import org.jspecify.annotations.Nullable;

/** How far a job has come. */
@Schema(name = "Progress", description = "How far a job has come.")
record ProgressResponse(
        @Schema(description = "The epoch under way, 1 for the first; 0 before it")
        int epoch,

        @Schema(description = "Finished steps of that epoch")
        int batch,

        int batchesPerEpoch,

        @Schema(description = "Training images a second; 0 while unknown")
        double imagesPerSecond,

        @Schema(description = "Done of all epochs, 0–100; 100 once COMPLETED, also by early stopping")
        double percent,

        @Schema(description = "When all epochs will be done at the present speed; only while RUNNING") @Nullable
        Instant estimatedEnd) {

    static ProgressResponse of(TrainingJob job) {
        JobProgress progress = job.progress();
        return new ProgressResponse(
                progress.epoch(),
                progress.batch(),
                progress.batchesPerEpoch(),
                rounded(progress.imagesPerSecond()),
                job.state() == JobState.COMPLETED ? 100 : rounded(progress.percent(job.recipe())),
                job.state() == JobState.RUNNING
                        ? progress.estimatedEnd(job.recipe()).orElse(null)
                        : null);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}

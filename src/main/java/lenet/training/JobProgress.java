package lenet.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a job has come.
 *
 * @param epoch the epoch under way, 1 for the first; 0 before it
 * @param batch finished steps of that epoch
 * @param imagesPerSecond training images a second; 0 while unknown
 * @param at when this was measured; absent before the first step
 */
public record JobProgress(
        int epoch,
        int batch,
        int batchesPerEpoch,
        double imagesPerSecond,
        @Nullable Instant at) {

    /** Done, of all epochs of {@code recipe}, 0–100. */
    public double percent(Recipe recipe) {
        double done = (double) Math.max(0, epoch - 1) * batchesPerEpoch + batch;
        return 100 * done / ((double) recipe.epochs() * batchesPerEpoch);
    }

    /** When all epochs of {@code recipe} will be done at the present speed, validation not counted. */
    public Optional<Instant> estimatedEnd(Recipe recipe) {
        if (at == null || imagesPerSecond <= 0) {
            return Optional.empty();
        }
        double left = (1 - percent(recipe) / 100) * recipe.epochs() * recipe.trainingImages();
        return Optional.of(at.plus(Duration.ofMillis((long) (1000 * left / imagesPerSecond))));
    }
}

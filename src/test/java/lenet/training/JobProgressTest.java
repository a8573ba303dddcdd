package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobProgressTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** 20 epochs of 100 batches. */
    private static final Recipe RECIPE = Recipe.article("tiny", 3200);

    @Test
    void aJobThatHasNotStartedIsAtZeroPercent() {
        assertThat(progress(0, 0, 0, null).percent(RECIPE)).isZero();
    }

    @Test
    void finishedEpochsAndTheBatchesOfTheCurrentOneCount() {
        assertThat(progress(3, 50, 1600, NOON).percent(RECIPE)).isCloseTo(12.5, within(1e-9));
    }

    @Test
    void theLastBatchOfTheLastEpochIsAHundredPercent() {
        assertThat(progress(20, 100, 1600, NOON).percent(RECIPE)).isEqualTo(100);
    }

    @Test
    void theEndIsAsFarAwayAsThePicturesThatAreLeftTake() {
        // 10 epochs of 3,200 pictures at 1,600 a second.
        assertThat(progress(11, 0, 1600, NOON).estimatedEnd(RECIPE)).contains(NOON.plusSeconds(20));
    }

    @Test
    void noEndIsEstimatedWhileTheSpeedIsUnknown() {
        assertThat(progress(1, 0, 0, NOON).estimatedEnd(RECIPE)).isEmpty();
    }

    @Test
    void noEndIsEstimatedBeforeTheFirstStep() {
        assertThat(progress(0, 0, 1600, null).estimatedEnd(RECIPE)).isEmpty();
    }

    private static JobProgress progress(int epoch, int batch, double imagesPerSecond, @Nullable Instant at) {
        return new JobProgress(epoch, batch, RECIPE.batchesPerEpoch(), imagesPerSecond, at);
    }
}

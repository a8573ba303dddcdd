package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.LearningCurve;
import lenet.evaluation.Monitor;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {

    @Test
    void trainingStopsWhenPatienceHasPassedSinceTheBestEpoch() {
        EarlyStopping stopping = new EarlyStopping(2, 0, Monitor.VALIDATION_LOSS, true);

        assertThat(stopping.stopsAfter(losses(0.5, 0.3, 0.4))).isFalse();
        assertThat(stopping.stopsAfter(losses(0.5, 0.3, 0.4, 0.3))).isTrue();
    }

    @Test
    void aGainBelowTheSmallestDeltaDoesNotBuyTime() {
        EarlyStopping stopping = new EarlyStopping(1, 0.1, Monitor.VALIDATION_LOSS, true);

        assertThat(stopping.stopsAfter(losses(0.5, 0.45))).isTrue();
        assertThat(stopping.stopsAfter(losses(0.5, 0.35))).isFalse();
    }

    @Test
    void accuracyCountsUpwards() {
        EarlyStopping stopping = new EarlyStopping(1, 0, Monitor.VALIDATION_ACCURACY, true);

        assertThat(stopping.stopsAfter(losses(0.5, 0.4))).isFalse();
        assertThat(stopping.stopsAfter(losses(0.5, 0.6))).isTrue();
    }

    @Test
    void nothingStopsBeforeTheFirstEpoch() {
        assertThat(new EarlyStopping(1, 0, Monitor.VALIDATION_LOSS, true).stopsAfter(losses()))
                .isFalse();
    }

    private static LearningCurve losses(double... losses) {
        List<EpochMetrics> epochs = new ArrayList<>();
        for (double loss : losses) {
            epochs.add(new EpochMetrics(epochs.size() + 1, 1, 0.5, loss, 1 - loss, 0.01, 1, 1000));
        }
        return new LearningCurve(epochs);
    }
}

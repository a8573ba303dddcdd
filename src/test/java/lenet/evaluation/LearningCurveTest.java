package lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningCurveTest {

    @Test
    void theBestEpochHasTheLowestValidationLoss() {
        assertThat(curve(0.5, 0.2, 0.3).best(Monitor.VALIDATION_LOSS, 0))
                .map(EpochMetrics::epoch)
                .contains(2);
    }

    @Test
    void theBestEpochHasTheHighestValidationAccuracy() {
        assertThat(curve(0.5, 0.2, 0.3).best(Monitor.VALIDATION_ACCURACY, 0))
                .map(EpochMetrics::epoch)
                .contains(2);
    }

    @Test
    void ofEqualEpochsTheFirstIsBest() {
        assertThat(curve(0.5, 0.2, 0.2).best(Monitor.VALIDATION_LOSS, 0))
                .map(EpochMetrics::epoch)
                .contains(2);
    }

    @Test
    void aGainOfNoMoreThanTheSmallestDeltaDoesNotCount() {
        assertThat(curve(0.5, 0.45, 0.39).best(Monitor.VALIDATION_LOSS, 0.1))
                .map(EpochMetrics::epoch)
                .contains(3);
        assertThat(curve(0.5, 0.45, 0.41).best(Monitor.VALIDATION_LOSS, 0.1))
                .map(EpochMetrics::epoch)
                .contains(1);
    }

    @Test
    void anEmptyCurveHasNoBestEpoch() {
        assertThat(new LearningCurve(List.of()).best(Monitor.VALIDATION_LOSS, 0))
                .isEmpty();
    }

    private static LearningCurve curve(double... validationLosses) {
        List<EpochMetrics> epochs = new ArrayList<>();
        for (double loss : validationLosses) {
            epochs.add(new EpochMetrics(epochs.size() + 1, 1, 0.5, loss, 1 - loss, 0.01, 1, 1000));
        }
        return new LearningCurve(epochs);
    }
}

package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lenet.training.LearningRateSchedule.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningRateScheduleTest {

    @Test
    void constantIsTheSameAtEveryStep() {
        assertThat(LearningRateSchedule.CONSTANT.rate(0.3, new Position(19, 20, 7, 10, 0)))
                .isEqualTo(0.3);
    }

    @ParameterizedTest(name = "epoch {0} of 20 (from 0)")
    @CsvSource({"0, 0.1", "9, 0.1", "10, 0.01", "14, 0.01", "15, 0.001", "19, 0.001"})
    void stepFallsToATenthHalfwayAndAHundredthAtThreeQuarters(int epoch, double rate) {
        assertThat(LearningRateSchedule.STEP.rate(0.1, new Position(epoch, 20, 3, 10, 0)))
                .isCloseTo(rate, within(1e-12));
    }

    @ParameterizedTest(name = "epoch {0}, batch {1} of 2 × 4")
    @CsvSource({"0, 0, 1", "0, 2, 0.853553", "1, 0, 0.5", "1, 3, 0.0380602"})
    void cosineFallsStepByStep(int epoch, int batch, double rate) {
        assertThat(LearningRateSchedule.COSINE.rate(1, new Position(epoch, 2, batch, 4, 0)))
                .isCloseTo(rate, within(1e-6));
    }

    @ParameterizedTest(name = "epoch {0}")
    @CsvSource({"0, 0.0005", "1, 0.0005", "2, 0.0002", "5, 0.0001", "8, 0.00005", "12, 0.00001", "19, 0.00001"})
    void paperFallsAsIn1998(int epoch, double rate) {
        assertThat(LearningRateSchedule.PAPER.rate(0.0005, new Position(epoch, 20, 3, 10, 0)))
                .isCloseTo(rate, within(1e-12));
    }

    @ParameterizedTest(name = "batch {0}")
    @CsvSource({"0, 0.2", "1, 0.4", "3, 0.8", "4, 1", "5, 1"})
    void warmUpRisesEvenlyToTheRate(int batch, double rate) {
        assertThat(LearningRateSchedule.COSINE.rateWithWarmUp(1, new Position(0, 4, batch, 10, 0.5)))
                .isCloseTo(rate, within(2e-3));
    }

    @Test
    void cosineEndsNearZeroAfterAWarmUp() {
        assertThat(LearningRateSchedule.COSINE.rateWithWarmUp(1, new Position(3, 4, 9, 10, 1)))
                .isBetween(0.0, 0.01);
    }
}

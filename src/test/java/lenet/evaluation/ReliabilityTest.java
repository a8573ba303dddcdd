package lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lenet.evaluation.Reliability.Bin;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    @Test
    void theExpectedCalibrationErrorIsTheMeanGapOfTheBins() {
        // Two of confidence 0.9, one of them right: a gap of 0.4. Two of 0.5, both right: a gap of 0.5.
        Reliability reliability = of(new byte[] {1, 1, 1, 1}, new byte[] {1, 0, 1, 1}, 0.9f, 0.9f, 0.5f, 0.5f);

        assertThat(reliability.expectedCalibrationError()).isEqualTo(0.45, within(1e-7));
    }

    @Test
    void gapsInBothDirectionsDoNotMakeUpForEachOther() {
        Reliability reliability = of(new byte[] {1, 1}, new byte[] {1, 0}, 0.6f, 0.4f);

        assertThat(reliability.expectedCalibrationError()).isEqualTo(0.4, within(1e-7));
        assertThat(reliability.bins()).extracting(bin -> Math.signum(bin.gap())).contains(-1.0, 1.0);
    }

    @Test
    void whoIsRightAsOftenAsItIsSureHasNoError() {
        Reliability reliability = of(
                new byte[] {1, 1, 1, 1, 1, 1}, new byte[] {1, 1, 1, 0, 1, 0}, 0.75f, 0.75f, 0.75f, 0.75f, 0.5f, 0.5f);

        assertThat(reliability.expectedCalibrationError()).isZero();
    }

    @Test
    void aBinHoldsItsUpperBoundAndNotItsLower() {
        Reliability reliability = of(new byte[3], new byte[3], 1, 0.2f, 0);

        assertThat(reliability.bins()).hasSize(15);
        assertThat(reliability.bins().get(14)).isEqualTo(new Bin(14.0 / 15, 1, 1, 1, 1));
        assertThat(reliability.bins().get(0).count()).isEqualTo(1);
        assertThat(reliability.count()).isEqualTo(3);
    }

    @Test
    void binsWithoutPicturesCountForNothing() {
        Reliability reliability = of(new byte[] {4}, new byte[] {4}, 1);

        assertThat(reliability.bins().get(7)).isEqualTo(new Bin(7.0 / 15, 8.0 / 15, 0, 0, 0));
        assertThat(reliability.expectedCalibrationError()).isZero();
    }

    @Test
    void noPicturesAtAllHaveNoError() {
        assertThat(of(new byte[0], new byte[0]).expectedCalibrationError()).isZero();
    }

    private static Reliability of(byte[] labels, byte[] predicted, float... confidences) {
        return Reliability.of(labels, new Predictions(0, predicted, confidences));
    }
}

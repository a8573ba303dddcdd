package lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lenet.dataset.Corruption;
import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import lenet.network.Classifier;
import org.junit.jupiter.api.Test;

class RobustnessTest {

    /** Says whether the pixel in the middle has ink; 1 for yes. */
    private static final Classifier MIDDLE = new Classifier() {

        @Override
        public float[] logits(Images images, int from, int to) {
            float[] logits = new float[(to - from) * 10];
            for (int i = from; i < to; i++) {
                boolean ink = Byte.toUnsignedInt(images.pixels()[images.offset(i) + 40]) > 100;
                logits[(i - from) * 10 + (ink ? 1 : 0)] = 1;
            }
            return logits;
        }

        @Override
        public void close() {}
    };

    @Test
    void aNetworkIsRightOnCleanPicturesAndWrongOnlyWhereACorruptionMisleadsIt() {
        byte[] pixels = new byte[2 * 81];
        pixels[81 + 40] = (byte) 255;
        Robustness measured =
                Robustness.of(MIDDLE, new LabelledImages(new Images(2, 9, pixels), new byte[] {0, 1}), () -> {});

        assertThat(measured.cleanErrorRate()).isZero();
        assertThat(measured.accuracy(Corruption.BRIGHTNESS)).isEqualTo(0.5);
        assertThat(measured.errorRate(Corruption.EDGES)).isEqualTo(0.5);
        assertThat(measured.errorRate(Corruption.ROTATION)).isZero();
    }

    @Test
    void theMeanLeavesTheCleanPicturesOut() {
        Robustness measured = new Robustness(Arrays.stream(Corruption.values())
                .collect(Collectors.toMap(
                        Function.identity(), corruption -> corruption == Corruption.IDENTITY ? 1.0 : 0.4)));

        assertThat(measured.meanErrorRate()).isCloseTo(0.6, within(1e-12));
        assertThat(Robustness.corruptions())
                .hasSize(Corruption.values().length - 1)
                .doesNotContain(Corruption.IDENTITY);
    }

    @Test
    void aCorruptionTooFewIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Robustness(Map.of(Corruption.IDENTITY, 1.0)))
                .withMessageContaining("found the accuracies under 1");
    }
}

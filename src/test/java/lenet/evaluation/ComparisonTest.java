package lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import lenet.evaluation.Comparison.Difference;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final LabelledImages IMAGES =
            new LabelledImages(new Images(5, 1, new byte[5]), new byte[] {1, 2, 3, 4, 5});

    private final Comparison comparison = new Comparison(
            IMAGES,
            predictions(new byte[] {1, 2, 3, 9, 9}, new float[] {0.9f, 0.5f, 0.6f, 0.9f, 0.8f}),
            predictions(new byte[] {1, 7, 8, 4, 6}, new float[] {0.9f, 0.6f, 0.9f, 0.9f, 0.9f}));

    @Test
    void picturesAreCountedByWhoIsRight() {
        assertThat(comparison.count(true, true)).isEqualTo(1);
        assertThat(comparison.count(true, false)).isEqualTo(2);
        assertThat(comparison.count(false, true)).isEqualTo(1);
        assertThat(comparison.count(false, false)).isEqualTo(1);
    }

    @Test
    void differencesComeInTheOrderOfTheirConfidence() {
        assertThat(comparison.differences()).extracting(Difference::index).containsExactly(3, 4, 2, 1);
    }

    @Test
    void aPictureThatBothGetWrongInDifferentWaysIsADifference() {
        assertThat(comparison.differences()).contains(new Difference(4, 5, 9, 0.8f, 6, 0.9f));
    }

    @Test
    void onlyDiscordantPicturesAreTested() {
        assertThat(comparison.mcNemar()).isEqualTo(new McNemar(2, 1));
    }

    @Test
    void predictionsOnOtherPicturesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison(
                        IMAGES, predictions(new byte[4], new float[4]), predictions(new byte[5], new float[5])))
                .withMessage("5 pictures need as many predictions of both, found 4 and 5");
    }

    private static Predictions predictions(byte[] predicted, float[] confidences) {
        return new Predictions(0.1, predicted, confidences);
    }
}

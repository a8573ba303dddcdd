package lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    private final ConfusionMatrix matrix =
            ConfusionMatrix.of(3, new byte[] {0, 0, 0, 1, 1, 2}, new byte[] {0, 0, 1, 1, 1, 0});

    @Test
    void rowsAreTrueClassesAndColumnsPredictedOnes() {
        assertThat(matrix.counts()).isDeepEqualTo(new int[][] {{2, 1, 0}, {0, 2, 0}, {1, 0, 0}});
    }

    @Test
    void accuracyIsTheShareOnTheDiagonal() {
        assertThat(matrix.accuracy()).isCloseTo(4.0 / 6, within(1e-12));
    }

    @Test
    void precisionLooksAtTheColumnAndRecallAtTheRow() {
        ClassScore zero = matrix.classScores().get(0);

        assertThat(zero.precision()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(zero.recall()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(zero.support()).isEqualTo(3);
    }

    @Test
    void aClassNobodyPredictedHasPrecisionZero() {
        assertThat(matrix.classScores().get(2).precision()).isZero();
    }

    @Test
    void asManyPredictionsAsLabelsAreNeeded() {
        assertThatThrownBy(() -> ConfusionMatrix.of(3, new byte[2], new byte[3]))
                .hasMessage("2 labels but 3 predictions");
    }
}

package lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import lenet.network.Softmax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureScalingTest {

    private static final int CLASSES = 10;
    private static final int PICTURES = 40_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.7, 4})
    void theTemperatureOfLogitsThatAreTooSureIsFound(double temperature) {
        Random random = new Random(7);
        float[] logits = logits(random);
        byte[] labels = drawn(logits, random);

        double fitted = TemperatureScaling.fit(multiplied(logits, temperature), labels, CLASSES);

        assertThat(fitted / temperature).isEqualTo(1, within(0.02));
    }

    @Test
    void theCrossEntropyIsLeastAtTheFittedTemperature() {
        Random random = new Random(8);
        float[] truth = logits(random);
        byte[] labels = drawn(truth, random);
        float[] logits = multiplied(truth, 1.3);

        double fitted = TemperatureScaling.fit(logits, labels, CLASSES);

        double least = crossEntropy(logits, labels, fitted);
        assertThat(fitted).isBetween(TemperatureScaling.LOWEST, TemperatureScaling.HIGHEST);
        assertThat(crossEntropy(logits, labels, fitted * 1.01)).isGreaterThanOrEqualTo(least);
        assertThat(crossEntropy(logits, labels, fitted / 1.01)).isGreaterThanOrEqualTo(least);
    }

    @Test
    void theSlopeAtTheFittedTemperatureIsZero() {
        Random random = new Random(10);
        float[] logits = logits(random);
        byte[] labels = drawn(logits, random);

        double inverse = 1 / TemperatureScaling.fit(multiplied(logits, 3), labels, CLASSES);

        double step = 1e-5;
        float[] warm = multiplied(logits, 3);
        double slope =
                (crossEntropy(warm, labels, 1 / (inverse + step)) - crossEntropy(warm, labels, 1 / (inverse - step)))
                        / (2 * step);
        assertThat(slope).isEqualTo(0, within(1e-7));
    }

    @Test
    void twoLogitsAreFittedByHand() {
        // Sure by logit 2 and right three times of four: log 3 would be the logit of three quarters.
        float[] logits = {2, 0, 2, 0, 2, 0, 2, 0};

        assertThat(TemperatureScaling.fit(logits, new byte[] {0, 0, 0, 1}, 2))
                .isEqualTo(2 / Math.log(3), within(1e-12));
    }

    @Test
    void withoutAnErrorTheProbabilitiesStayThoseOfTraining() {
        assertThat(TemperatureScaling.fit(new float[] {2, 0, 0, 3}, new byte[] {0, 1}, 2))
                .isEqualTo(1);
        assertThat(TemperatureScaling.fit(new float[0], new byte[0], 2)).isEqualTo(1);
    }

    @Test
    void aNetworkThatIsAlwaysWrongIsHeldBackOnlySoFar() {
        assertThat(TemperatureScaling.fit(new float[] {2, 0, 0, 3}, new byte[] {1, 0}, 2))
                .isEqualTo(TemperatureScaling.HIGHEST);
    }

    @Test
    void logitsThatAreNoNumbersAreLeftToThoseWhoRefuseThem() {
        assertThat(TemperatureScaling.fit(new float[] {Float.NaN, 0, 0, 3}, new byte[] {1, 0}, 2))
                .isEqualTo(1);
    }

    @Test
    void aTemperatureHelpsANetworkThatIsTooSure() {
        Random random = new Random(11);
        float[] logits = logits(random);
        byte[] labels = drawn(logits, random);

        assertThat(TemperatureScaling.helps(multiplied(logits, 1.2), labels, CLASSES))
                .isTrue();
    }

    @Test
    void aTemperatureDoesNotHelpANetworkThatIsAsSureAsItIsRight() {
        Random random = new Random(12);
        float[] logits = logits(random);
        byte[] labels = drawn(logits, random);

        assertThat(TemperatureScaling.helps(logits, labels, CLASSES)).isFalse();
    }

    @Test
    void aFewErrorsDoNotShowThatATemperatureHelps() {
        float[] logits = new float[5000 * 2];
        byte[] labels = new byte[5000];
        for (int i = 0; i < labels.length; i++) {
            logits[2 * i] = 9;
            labels[i] = (byte) (i % 1000 == 0 ? 1 : 0);
        }

        assertThat(TemperatureScaling.fit(logits, labels, 2)).isGreaterThan(1.05);
        assertThat(TemperatureScaling.helps(logits, labels, 2)).isFalse();
    }

    @Test
    void everyLabelNeedsItsLogits() {
        assertThatThrownBy(() -> TemperatureScaling.fit(new float[9], new byte[2], 5))
                .hasMessage("2 labels of 5 classes need as many logits, found 9");
    }

    private static float[] logits(Random random) {
        float[] logits = new float[PICTURES * CLASSES];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (2 * random.nextGaussian());
        }
        return logits;
    }

    /** Labels that are as probable as the logits say. */
    private static byte[] drawn(float[] logits, Random random) {
        byte[] labels = new byte[PICTURES];
        for (int i = 0; i < PICTURES; i++) {
            double[] probabilities = Softmax.probabilities(logits, i * CLASSES, CLASSES);
            double left = random.nextDouble();
            while (labels[i] < CLASSES - 1 && left >= probabilities[labels[i]]) {
                left -= probabilities[labels[i]];
                labels[i]++;
            }
        }
        return labels;
    }

    private static float[] multiplied(float[] logits, double factor) {
        float[] multiplied = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            multiplied[i] = (float) (logits[i] * factor);
        }
        return multiplied;
    }

    /** In double precision: the differences near the least are small. */
    private static double crossEntropy(float[] logits, byte[] labels, double temperature) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double total = 0;
            for (int j = 0; j < CLASSES; j++) {
                total += Math.exp((logits[i * CLASSES + j] - logits[i * CLASSES + labels[i]]) / temperature);
            }
            sum += Math.log(total);
        }
        return sum / labels.length;
    }
}

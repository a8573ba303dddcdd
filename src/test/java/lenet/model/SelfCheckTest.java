package lenet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import lenet.dataset.Images;
import lenet.network.Classifier;
import lenet.network.Engine;
import lenet.network.Ensemble;
import lenet.network.Network;
import lenet.network.Parameters;
import lenet.testing.TinyEngine;
import org.junit.jupiter.api.Test;

class SelfCheckTest {

    private static final TrainedModel MODEL = BundledModel.load();

    private final Engine engine = new TinyEngine();
    private final Images digits = digits();
    private final SelfCheck check = SelfCheck.of(MODEL, engine, digits);

    @Test
    void theModelThatWasRegisteredPasses() {
        assertThatCode(() -> check.verify(classifier(MODEL.parameters()))).doesNotThrowAnyException();
    }

    @Test
    void oneChangedWeightFails() {
        float[] values = MODEL.parameters().toArray();
        values[values.length - 1] += 0.1f;

        assertThatThrownBy(() -> check.verify(classifier(Parameters.of(MODEL.architecture(), values))))
                .isInstanceOf(UnfitModelException.class)
                .hasMessageContaining("when the model was registered and is");
    }

    @Test
    void logitsThatAreNoNumbersFail() {
        Classifier broken = new Classifier() {
            @Override
            public float[] logits(Images images, int from, int to) {
                float[] logits = new float[10 * (to - from)];
                Arrays.fill(logits, Float.NaN);
                return logits;
            }

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> check.verify(broken)).isInstanceOf(UnfitModelException.class);
    }

    @Test
    void aModelWithoutFiniteLogitsGetsNoCheck() {
        float[] values = MODEL.parameters().toArray();
        values[values.length - 1] = Float.POSITIVE_INFINITY;
        TrainedModel broken = new TrainedModel(
                MODEL.architecture(),
                MODEL.scaling(),
                Parameters.of(MODEL.architecture(), values),
                MODEL.provenance(),
                MODEL.scores());

        assertThatThrownBy(() -> SelfCheck.of(broken, engine, digits))
                .isInstanceOf(UnfitModelException.class)
                .hasMessage("the model gives a logit of Infinity for a digit");
    }

    @Test
    void itIsStoredAndReadBitForBit() {
        SelfCheck read = SelfCheck.read(check.toBytes());

        assertThat(read.logits()).isEqualTo(check.logits());
        assertThat(read.digits().pixels()).isEqualTo(digits.pixels());
    }

    @Test
    void itAsksForOnePictureOfEachClass() {
        byte[] labels = {3, 1, 3, 0};

        Images chosen = SelfCheck.digitsOf(digits(), labels);

        assertThat(chosen.count()).isEqualTo(3);
        assertThat(chosen.copy(0)).isEqualTo(digits().copy(3));
        assertThat(chosen.copy(1)).isEqualTo(digits().copy(1));
        assertThat(chosen.copy(2)).isEqualTo(digits().copy(0));
    }

    private Classifier classifier(Parameters parameters) {
        return Ensemble.of(new Network(MODEL.architecture(), MODEL.scaling(), parameters))
                .at(MODEL.ensemble().temperature())
                .classifier(engine);
    }

    private static Images digits() {
        byte[] pixels = new byte[4 * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 31 ^ i >> 5);
        }
        return new Images(4, 28, pixels);
    }
}

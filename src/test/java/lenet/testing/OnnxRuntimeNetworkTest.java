package lenet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.util.List;
import lenet.dataset.Images;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.Connections;
import lenet.network.Layer;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The witness itself, on networks small enough to work out by hand. */
class OnnxRuntimeNetworkTest {

    private static final Scaling PIXELS_AS_THEY_ARE = new Scaling(0, 255);
    private static final Images PICTURE = new Images(1, 2, new byte[] {1, 2, 3, 4});

    @Test
    void averagePoolingGivesTheMean() throws OrtException {
        assertThat(logits(List.of(new Layer.AveragePooling("S1", 2), sum(1)), 1, 0))
                .containsExactly(2.5f);
    }

    @Test
    void maxPoolingGivesTheLargest() throws OrtException {
        assertThat(logits(List.of(new Layer.MaxPooling("S1", 2), sum(1)), 1, 0)).containsExactly(4);
    }

    @Test
    void trainedSubsamplingGivesCoefficientTimesSumPlusBias() throws OrtException {
        assertThat(logits(List.of(new Layer.Subsampling("S1", 2, Activation.IDENTITY), sum(1)), 0.5f, 3, 1, 0))
                .containsExactly(0.5f * 10 + 3);
    }

    @Test
    void aMapIsFedByItsConnectionsOnly() throws OrtException {
        Connections crossed = new Connections(List.of(List.of(1), List.of(0)));
        float[] logits = logits(
                List.of(
                        new Layer.Convolution("C1", 2, 2, Activation.IDENTITY),
                        new Layer.Convolution("C2", 2, 1, crossed, Activation.IDENTITY),
                        sum(2)),
                // C1 picks the first and the last pixel, C2 crosses and scales them, the output keeps them apart.
                concatenated(new float[] {1, 0, 0, 0, 0, 0, 0, 1, 0, 0}, new float[] {10, 100, 0, 0}, new float[] {
                    1, 0, 0, 1, 0, 0
                }));

        assertThat(logits).containsExactly(40, 100);
    }

    @Test
    void aDenseLayerTakesUnitsRowByRow() throws OrtException {
        assertThat(logits(List.of(sum(1)), 1000, 100, 10, 1, 0.5f)).containsExactly(1234.5f);
    }

    @ParameterizedTest
    @CsvSource({"TANH, 0.761594", "SCALED_TANH, 0.999997", "RELU, 1", "IDENTITY, 1"})
    void activationsAreThoseOfTheirDefinition(Activation activation, float expected) throws OrtException {
        assertThat(logits(List.of(new Layer.Dense("F1", 1, activation)), 1, 0, 0, 0, 0))
                .satisfies(logit -> assertThat(logit[0]).isCloseTo(expected, within(1e-5f)));
    }

    @Test
    void reluCutsOffBelowZero() throws OrtException {
        assertThat(logits(List.of(new Layer.Dense("F1", 1, Activation.RELU)), -1, 0, 0, 0, 0))
                .containsExactly(0);
    }

    @Test
    void paddingIsPixelZeroScaled() throws OrtException {
        Architecture padded = new Architecture("padded", "", new Shape(1, 4, 4), List.of(sum(1)));
        float[] corner = new float[17];
        corner[0] = 1;

        try (OnnxRuntimeNetwork network =
                new OnnxRuntimeNetwork(padded, new Scaling(0.5, 2), Parameters.of(padded, corner), 1)) {
            assertThat(network.logits(PICTURE, 0, 1)).containsExactly(-1);
        }
    }

    private static Layer sum(int units) {
        return new Layer.Dense("OUTPUT", units, Activation.IDENTITY);
    }

    private static float[] logits(List<Layer> layers, float... parameters) throws OrtException {
        Architecture architecture = new Architecture("small", "", new Shape(1, 2, 2), layers);
        try (OnnxRuntimeNetwork network =
                new OnnxRuntimeNetwork(architecture, PIXELS_AS_THEY_ARE, Parameters.of(architecture, parameters), 1)) {
            return network.logits(PICTURE, 0, 1);
        }
    }

    private static float[] concatenated(float[]... parts) {
        int length = 0;
        for (float[] part : parts) {
            length += part.length;
        }
        float[] all = new float[length];
        int to = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, to, part.length);
            to += part.length;
        }
        return all;
    }
}

package lenet.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KernelsTest {

    private static final Architecture PARTLY_CONNECTED = new Architecture(
            "test",
            "a connection table",
            new Shape(2, 4, 4),
            List.of(
                    new Layer.Convolution(
                            "C1", 2, 3, new Connections(List.of(List.of(1), List.of(0, 1))), Activation.TANH),
                    new Layer.Dense("OUTPUT", 2, Activation.IDENTITY)));

    @Test
    void aConnectionThatIsNotThereHasNoKernel() {
        Kernels kernels = kernels().get(0);

        assertThat(kernels.kernels())
                .extracting(kernel -> kernel.map() + "<" + kernel.input())
                .containsExactly("0<1", "1<0", "1<1");
    }

    @Test
    void kernelsStandInTheParametersOrder() {
        assertThat(kernels().get(0).kernels().get(2).weights())
                .startsWith(18, 19, 20)
                .endsWith(26);
    }

    @Test
    void onlyConvolutionsHaveKernels() {
        assertThat(kernels()).extracting(Kernels::layer).containsExactly("C1");
    }

    @Test
    void theSmallestAndTheLargestWeightAreKnown() {
        assertThat(kernels().get(0).smallest()).isEqualTo(0);
        assertThat(kernels().get(0).largest()).isEqualTo(26);
    }

    private static List<Kernels> kernels() {
        float[] values = new float[PARTLY_CONNECTED.parameterCount()];
        IntStream.range(0, values.length).forEach(i -> values[i] = i);
        return Kernels.of(PARTLY_CONNECTED, Parameters.of(PARTLY_CONNECTED, values));
    }
}

package lenet.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import lenet.network.Loss;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.TrainableNetwork;
import lenet.testing.Digits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Asks oneDNN itself whether it computes the convolutions: with DNNL_VERBOSE it names every primitive it runs. */
class OneDnnTest {

    private static final String NO_ONE_DNN =
            "they need oneDNN, which Deeplearning4j's native library for this platform is built without: verify on another";

    @Test
    @EnabledIf(value = "hasOneDnn", disabledReason = NO_ONE_DNN)
    void oneDnnComputesTheConvolutionsForwardAndBackward() throws Exception {
        String log = verboseOutputOfOneStep(NetworkFactory.Convolutions.ONEDNN);

        assertThat(log).contains("ic1oc6_ih32oh28kh5").contains("ic6oc16_ih14oh10kh5");
        assertThat(log.lines().filter(line -> line.contains(",convolution,")))
                .anyMatch(line -> line.contains("forward"))
                .anyMatch(line -> line.contains("backward_data"))
                .anyMatch(line -> line.contains("backward_weights"));
    }

    @Test
    @EnabledIf(value = "hasOneDnn", disabledReason = NO_ONE_DNN)
    void nobodyComputesSlopesByThePixels() throws Exception {
        assertThat(verboseOutputOfOneStep(NetworkFactory.Convolutions.ONEDNN).lines())
                .noneMatch(line -> line.contains("backward_data") && line.contains("ic1oc6_"));
    }

    @Test
    @EnabledIf(value = "hasOneDnn", disabledReason = NO_ONE_DNN)
    void deeplearning4jsOwnLayerWouldNotUseIt() throws Exception {
        assertThat(verboseOutputOfOneStep(NetworkFactory.Convolutions.BUILT_IN)).doesNotContain(",convolution,");
    }

    @Test
    void theEngineSaysThatOneDnnIsActive() {
        NativeRuntime library = NativeRuntime.load();

        assertThat(new Dl4jEngine().description())
                .contains("Deeplearning4j 1.0.0-M2.1")
                .contains(library.hasOneDnn() ? "oneDNN" : "built-in");
    }

    static boolean hasOneDnn() {
        return NativeRuntime.load().hasOneDnn();
    }

    private static String verboseOutputOfOneStep(NetworkFactory.Convolutions convolutions)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OneStep.class.getName(),
                convolutions.name()));
        builder.environment().put("DNNL_VERBOSE", "1");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** One training step of LeNet-5 in a process of its own. */
    static final class OneStep {

        private OneStep() {}

        public static void main(String[] arguments) {
            NativeRuntime.load();
            NetworkFactory factory = new NetworkFactory(NetworkFactory.Convolutions.valueOf(arguments[0]));
            NetworkState state = NetworkState.initial(Digits.initial(Digits.LENET5));
            try (TrainableNetwork network = new Dl4jTrainableNetwork(
                    factory, Digits.LENET5, Digits.SCALING, Loss.CROSS_ENTROPY, Optimiser.SGD, state)) {
                network.step(Digits.all(Digits.random(8, 28, 10, 1)), 0.01);
            }
        }
    }
}

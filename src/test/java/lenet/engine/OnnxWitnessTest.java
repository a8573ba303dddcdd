package lenet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.util.stream.Stream;
import lenet.dataset.Dataset;
import lenet.dataset.Images;
import lenet.dataset.Split;
import lenet.engine.dl4j.Dl4jEngine;
import lenet.engine.vector.VectorEngine;
import lenet.model.BundledModel;
import lenet.model.TrainedModel;
import lenet.network.Classifier;
import lenet.network.Engine;
import lenet.testing.OnnxRuntimeNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every engine against ONNX Runtime, which shares no code with any of them. */
class OnnxWitnessTest {

    private static final int PICTURES = 300;

    /** The engines under test; a new one is added here. */
    static Stream<Engine> engines() {
        return Stream.of(new VectorEngine(), new Dl4jEngine());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void logitsOfTheBundledModelAreThoseOfOnnxRuntime(Engine engine) throws OrtException {
        TrainedModel model = BundledModel.load();
        Images digits = Dataset.bundled().split(Split.TEST).images();
        int classes = model.architecture().classes();

        try (OnnxRuntimeNetwork witness =
                        new OnnxRuntimeNetwork(model.architecture(), model.scaling(), model.parameters(), 1);
                Classifier classifier = engine.classifier(model.architecture(), model.scaling(), model.parameters())) {
            float[] expected = witness.logits(digits, 0, PICTURES);
            float[] found = classifier.logits(digits, 0, PICTURES);

            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < expected.length; i++) {
                float largest = largestMagnitude(expected, i / classes * classes, classes);
                assertThat(found[i])
                        .as("class %d of picture %d", i % classes, i / classes)
                        .isCloseTo(expected[i], within(1e-4f * largest));
            }
        }
    }

    private static float largestMagnitude(float[] logits, int from, int count) {
        float largest = 0;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, Math.abs(logits[i]));
        }
        return largest;
    }
}

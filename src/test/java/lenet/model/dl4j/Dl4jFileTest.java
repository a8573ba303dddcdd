package lenet.model.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lenet.dataset.Dataset;
import lenet.dataset.Images;
import lenet.dataset.Split;
import lenet.engine.vector.VectorEngine;
import lenet.model.BundledModel;
import lenet.model.Provenance;
import lenet.model.Scores;
import lenet.model.TrainedModel;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Classifier;
import lenet.network.Connections;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.MaxPooling;
import lenet.network.Layer.Subsampling;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Shape;
import lenet.network.Softmax;
import lenet.testing.Tempered;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What plain Deeplearning4j makes of the file, with nothing of this service's but the pictures. */
class Dl4jFileTest {

    private static final Images TEST = Dataset.bundled().split(Split.TEST).images();
    private static final int COUNT = 300;

    @Test
    void plainDeeplearning4jGivesOurLogits() throws IOException {
        TrainedModel model = BundledModel.load();

        assertThat(theirLogits(restored(model))).containsExactly(ours(model), within(2e-4f));
    }

    @Test
    void itsOutputIsTheProbabilities() throws IOException {
        TrainedModel model = BundledModel.load();
        float[] logits = ours(model);

        float[] probabilities =
                restored(model).output(pictures()).dup('c').data().asFloat();

        for (int i = 0; i < COUNT; i++) {
            double[] expected = Softmax.probabilities(logits, 10 * i, 10);
            for (int j = 0; j < 10; j++) {
                assertThat((double) probabilities[10 * i + j]).isCloseTo(expected[j], within(1e-4));
            }
        }
    }

    @Test
    void aTemperatureIsInItsProbabilities() throws IOException {
        TrainedModel warm = Tempered.at(1.7, BundledModel.load());

        assertThat(theirLogits(restored(warm))).containsExactly(ours(warm), within(2e-4f));
    }

    @Test
    void aTemperatureIsInTheProbabilitiesOfARadialOutputToo() throws IOException {
        Architecture paper = ArchitectureCatalogue.LENET5_1998;
        TrainedModel cold = model(paper, new Scaling(0.13, 3.2));
        TrainedModel warm = Tempered.at(30, cold);
        float[] logits = ours(warm);

        float[] probabilities =
                restored(warm).output(pictures()).dup('c').data().asFloat();

        for (int i = 0; i < probabilities.length; i++) {
            double expected = Softmax.probabilities(logits, i / 10 * 10, 10)[i % 10];
            assertThat((double) probabilities[i]).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void everyKindOfLayerIsTranslated() throws IOException {
        Architecture architecture = new Architecture(
                "everything",
                "every kind of layer and activation",
                new Shape(1, 32, 32),
                List.of(
                        new Convolution("C1", 6, 5, Activation.SCALED_TANH),
                        new Subsampling("S2", 2, Activation.SCALED_TANH),
                        new Convolution("C3", 16, 5, Connections.TABLE_I, Activation.RELU),
                        new MaxPooling("S4", 2),
                        new Convolution("C5", 12, 5, Activation.TANH),
                        new Dense("F6", 84, Activation.SCALED_TANH),
                        new Dense("OUTPUT", 10, Activation.IDENTITY)));
        TrainedModel model = model(architecture, new Scaling(0.13, 3.2));

        assertThat(theirLogits(restored(model))).containsExactly(ours(model), within(2e-4f));
    }

    @Test
    void averagesPassOnWhatTheLayerBeforeLeaves() throws IOException {
        Architecture architecture = new Architecture(
                "average",
                "a scaled tanh before an average",
                new Shape(1, 28, 28),
                List.of(
                        new Convolution("C1", 4, 5, Activation.SCALED_TANH),
                        new AveragePooling("S2", 2),
                        new Dense("OUTPUT", 10, Activation.IDENTITY)));
        TrainedModel model = model(architecture, new Scaling(0, 1));

        assertThat(theirLogits(restored(model))).containsExactly(ours(model), within(2e-4f));
    }

    @Test
    void theFileHoldsNoSerialisedJavaObjectAndNoClassOfOurs() throws IOException {
        Map<String, byte[]> entries = entries(Dl4jFile.write(BundledModel.load()));

        assertThat(entries.keySet()).containsExactlyInAnyOrder("configuration.json", "coefficients.bin");
        assertThat(new String(entries.getOrDefault("configuration.json", new byte[0]), StandardCharsets.UTF_8))
                .startsWith("{")
                .doesNotContain("lenet.");
        // What Java's serialisation begins with.
        assertThat(indexOf(
                        entries.getOrDefault("coefficients.bin", new byte[0]),
                        new byte[] {(byte) 0xac, (byte) 0xed, 0, 5}))
                .isNegative();
    }

    private static MultiLayerNetwork restored(TrainedModel model) throws IOException {
        return ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(Dl4jFile.write(model)), false);
    }

    /** The output layer's weighted sums, before its softmax. */
    private static float[] theirLogits(MultiLayerNetwork network) {
        List<INDArray> activations = network.feedForward(pictures(), false);
        INDArray inputs = activations.get(activations.size() - 2).dup('c').reshape('c', COUNT, -1);
        int output = network.getnLayers() - 1;
        INDArray sums = inputs.mmul(network.getParam(output + "_W")).addiRowVector(network.getParam(output + "_b"));
        return sums.dup('c').data().asFloat();
    }

    private static float[] ours(TrainedModel model) {
        try (Classifier classifier = model.ensemble().classifier(new VectorEngine())) {
            return classifier.logits(TEST, 0, COUNT);
        }
    }

    private static INDArray pictures() {
        float[] pixels = new float[COUNT * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Byte.toUnsignedInt(TEST.pixels()[i]);
        }
        return Nd4j.create(pixels, new long[] {COUNT, 1, 28, 28}, 'c');
    }

    private static TrainedModel model(Architecture architecture, Scaling scaling) {
        return new TrainedModel(
                architecture, scaling, Parameters.initial(architecture, 5), Provenance.UNKNOWN, new Scores(0, 0, 0, 0));
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static int indexOf(byte[] bytes, byte[] sought) {
        return IntStream.rangeClosed(0, bytes.length - sought.length)
                .filter(i -> Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length))
                .findFirst()
                .orElse(-1);
    }
}

package lenet.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OrtException;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenet.dataset.Dataset;
import lenet.dataset.Images;
import lenet.dataset.Split;
import lenet.engine.dl4j.Dl4jEngine;
import lenet.engine.vector.VectorEngine;
import lenet.model.BundledModel;
import lenet.model.TrainedModel;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.Classifier;
import lenet.network.Connections;
import lenet.network.Layer;
import lenet.network.Parameters;
import lenet.network.ReferenceNetwork;
import lenet.network.Scaling;
import lenet.network.Shape;
import lenet.network.Softmax;
import lenet.testing.Digits;
import lenet.testing.Tempered;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("one-jdk")
class OnnxExportTest {

    private static final TrainedModel BUNDLED = BundledModel.load();
    private static final Edition EDITION = new Edition("0.1.0", 7, Map.of("card", "a short one"));
    private static final Scaling SCALING = new Scaling(0.13, 1.5);

    /** What the paper's network has not. */
    private static final Architecture OTHERS = new Architecture(
            "others",
            "",
            new Shape(1, 30, 30),
            List.of(
                    new Layer.Convolution("C1", 3, 3, Activation.RELU),
                    new Layer.MaxPooling("S2", 2),
                    new Layer.Convolution(
                            "C3", 2, 3, new Connections(List.of(List.of(0, 2), List.of(1))), Activation.IDENTITY),
                    new Layer.AveragePooling("S4", 2),
                    new Layer.Subsampling("S5", 3, Activation.RELU),
                    new Layer.Dense("F6", 5, Activation.SCALED_TANH),
                    new Layer.Dense("OUTPUT", 4, Activation.IDENTITY)));

    @TempDir
    private Path folder;

    private final byte[] file = OnnxFile.write(BUNDLED, EDITION);

    static Stream<Named<Architecture>> architectures() {
        return Stream.of(Digits.LENET5, Digits.PAPER, Digits.TINY, OTHERS)
                .map(architecture -> Named.of(architecture.name(), architecture));
    }

    @Test
    void onnxsOwnCheckerFindsNoFault() throws IOException, InterruptedException {
        Path bundled = Files.write(folder.resolve("bundled.onnx"), file);
        Path paper = Files.write(folder.resolve("paper.onnx"), written(Digits.PAPER));
        Path others = Files.write(folder.resolve("others.onnx"), written(OTHERS));
        Path warm = Files.write(folder.resolve("warm.onnx"), OnnxFile.write(Tempered.at(1.7, BUNDLED), EDITION));
        ModelProto.Builder broken = ModelProto.parseFrom(file).toBuilder();
        broken.getGraphBuilder().getNodeBuilder(4).setInput(0, "nowhere");
        Path invalid =
                Files.write(folder.resolve("invalid.onnx"), broken.build().toByteArray());

        assertThat(OnnxChecker.complaints(bundled, paper, invalid, others, warm))
                .as("only of the one that is broken on purpose")
                .singleElement()
                .asString()
                .contains("invalid.onnx", "nowhere");
    }

    @Test
    void onnxRuntimeGivesOurProbabilitiesOnTheWholeTestSet() throws OrtException {
        Images test = Dataset.bundled().split(Split.TEST).images();
        int classes = BUNDLED.architecture().classes();
        List<Classifier> engines = Stream.of(new VectorEngine(), new Dl4jEngine())
                .map(engine -> BUNDLED.ensemble().classifier(engine))
                .toList();
        double largest = 0;
        int compared = 0;

        try (RunningFile running = new RunningFile(file)) {
            for (int from = 0; from < test.count(); from += 500) {
                float[] theirs = running.run("probabilities", test, from, from + 500);
                for (Classifier engine : engines) {
                    float[] logits = engine.logits(test, from, from + 500);
                    for (int first = 0; first < theirs.length; first += classes) {
                        double[] ours = Softmax.probabilities(logits, first, classes);
                        for (int i = 0; i < classes; i++) {
                            largest = Math.max(largest, Math.abs(theirs[first + i] - ours[i]));
                            compared++;
                        }
                    }
                }
            }
        } finally {
            engines.forEach(Classifier::close);
        }

        assertThat(compared).isEqualTo(200_000);
        assertThat(largest).as("largest difference").isLessThan(1e-5);
    }

    @Test
    void onnxRuntimeGivesTheLogitsAndProbabilitiesOfAModelWithATemperature() throws OrtException {
        TrainedModel warm = Tempered.at(1.7, BUNDLED);
        Images test = Dataset.bundled().split(Split.TEST).images();
        int classes = warm.ensemble().classes();
        try (Classifier classifier = warm.ensemble().classifier(new VectorEngine());
                RunningFile running = new RunningFile(OnnxFile.write(warm, EDITION))) {
            float[] ours = classifier.logits(test, 0, 200);

            assertThat(running.run("logits", test, 0, 200)).containsExactly(ours, within(1e-4f));
            float[] probabilities = running.run("probabilities", test, 0, 200);
            for (int i = 0; i < probabilities.length; i++) {
                assertThat((double) probabilities[i])
                        .isCloseTo(
                                Softmax.probabilities(ours, i / classes * classes, classes)[i % classes], within(1e-5));
            }
        }
    }

    @Test
    void theTemperatureIsANodeAtTheEnd() throws InvalidProtocolBufferException {
        GraphProto graph = ModelProto.parseFrom(OnnxFile.write(Tempered.at(1.7, BUNDLED), EDITION))
                .getGraph();

        assertThat(graph.getNodeList())
                .extracting(node -> node.getOpType() + " " + node.getName())
                .endsWith("Gemm OUTPUT", "Div tempered", "Softmax probabilities");
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void onnxRuntimeGivesTheLogitsOfEveryLayerAndActivation(Architecture architecture) throws OrtException {
        int side = Math.min(28, architecture.input().height());
        Images pictures = Digits.random(4, side, 4, 1).images();
        Parameters parameters = Digits.initial(architecture);
        ReferenceNetwork witness = new ReferenceNetwork(architecture, SCALING, parameters);

        try (RunningFile running = new RunningFile(written(architecture))) {
            float[] logits = running.run("logits", pictures, 0, 4);
            for (int i = 0; i < logits.length; i++) {
                int classes = architecture.classes();
                double expected = witness.logits(pictures, i / classes)[i % classes];
                assertThat((double) logits[i]).isCloseTo(expected, within(1e-5));
            }
        }
    }

    @Test
    void aPictureGoesInAndLogitsAndProbabilitiesComeOut() throws InvalidProtocolBufferException {
        GraphProto graph = ModelProto.parseFrom(file).getGraph();

        assertThat(graph.getInputList())
                .extracting(OnnxExportTest::described)
                .containsExactly("image[pictures,1,28,28]");
        assertThat(graph.getOutputList())
                .extracting(OnnxExportTest::described)
                .containsExactly("logits[pictures,10]", "probabilities[pictures,10]");
    }

    @Test
    void nodesAndTensorsBearTheNamesOfThePapersLayers() throws InvalidProtocolBufferException {
        GraphProto graph = ModelProto.parseFrom(OnnxFile.write(Tempered.at(1, BUNDLED), EDITION))
                .getGraph();

        assertThat(graph.getNodeList())
                .extracting(node -> node.getOpType() + " " + node.getName())
                .containsExactly(
                        "Pad padded",
                        "Div unit",
                        "Sub centred",
                        "Mul scaled",
                        "Conv C1",
                        "Tanh C1.tanh",
                        "AveragePool S2",
                        "Conv C3",
                        "Tanh C3.tanh",
                        "AveragePool S4",
                        "Conv C5",
                        "Tanh C5.tanh",
                        "Flatten F6.flat",
                        "Gemm F6",
                        "Tanh F6.tanh",
                        "Gemm OUTPUT",
                        "Softmax probabilities");
        assertThat(graph.getInitializerList())
                .extracting(tensor -> tensor.getName())
                .contains("C1.weight", "OUTPUT.bias");
    }

    @Test
    void theFileSaysWhereItComesFrom() throws InvalidProtocolBufferException {
        ModelProto model = ModelProto.parseFrom(file);
        Map<String, String> metadata = model.getMetadataPropsList().stream()
                .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));

        assertThat(model.getProducerName()).isEqualTo("lenet5-service");
        assertThat(model.getProducerVersion()).isEqualTo("0.1.0");
        assertThat(model.getModelVersion()).isEqualTo(7);
        assertThat(model.getDocString()).startsWith("LeNet-5 as the article simplifies it");
        assertThat(metadata)
                .containsEntry("architecture", "lenet5")
                .containsEntry("card", "a short one")
                .hasEntrySatisfying("scaling", json -> assertThat(json).contains("\"mean\":0.1"))
                .hasEntrySatisfying("provenance", json -> assertThat(json).contains("\"dataset\":\"MNIST\""))
                .hasEntrySatisfying("scores", json -> assertThat(json).contains("testAccuracy"));
    }

    @Test
    void theSameModelGivesTheSameBytes() {
        assertThat(OnnxFile.write(BUNDLED, EDITION)).isEqualTo(file);
    }

    @Test
    void anEditionCannotSayAnotherProvenance() {
        Edition forged = new Edition("0.1.0", 7, Map.of("provenance", "{}"));

        assertThatThrownBy(() -> OnnxFile.write(BUNDLED, forged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'provenance'");
    }

    private static byte[] written(Architecture architecture) {
        return OnnxFile.file(PictureGraph.of(architecture, SCALING, Digits.initial(architecture), 1))
                .build()
                .toByteArray();
    }

    private static String described(ValueInfoProto value) {
        return value.getName()
                + value.getType().getTensorType().getShape().getDimList().stream()
                        .map(side -> side.hasDimParam() ? side.getDimParam() : Long.toString(side.getDimValue()))
                        .collect(Collectors.joining(",", "[", "]"));
    }
}

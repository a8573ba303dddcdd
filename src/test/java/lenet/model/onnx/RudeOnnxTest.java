package lenet.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import lenet.model.BundledModel;
import lenet.model.ImportedNetwork;
import lenet.model.ModelFileException;
import lenet.network.Scaling;
import lenet.testing.Tempered;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not what they should be are refused with a sentence that names what is wrong, and with nothing else. */
@Tag("one-jdk")
@Timeout(20)
class RudeOnnxTest {

    /** Its graph divides by nothing at the end. */
    private static final byte[] FILE =
            OnnxFile.write(Tempered.at(1, BundledModel.load()), new Edition("0.1.0", 1, Map.of()));

    @Test
    void nothingAtAllIsRefused() {
        assertRefused(new byte[0], "this is no ONNX file: it has no graph");
    }

    @Test
    void anotherKindOfFileIsRefused() {
        assertRefused("\u0089PNG\r\n\u001a\n and so on".getBytes(StandardCharsets.ISO_8859_1), "this is no ONNX file");
    }

    @Test
    void aFileIsRefusedWhereverItIsCutOff() {
        for (int length = 1; length < FILE.length; length += 997) {
            assertRefused(Arrays.copyOf(FILE, length), "");
        }
    }

    @Test
    void brokenBytesGiveANetworkOrASentenceButNoOtherFailure() {
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            byte[] broken = FILE.clone();
            // Most of the file is weights, which take any bits; the graph's own bytes stand before and after them.
            int position = random.nextInt(2_000);
            broken[random.nextBoolean() ? position : broken.length - 1 - position] = (byte) random.nextInt();
            assertThatCode(() -> readOrRefused(broken)).doesNotThrowAnyException();
        }
    }

    @Test
    void aFileOfMoreThanTheLargestSizeIsRefusedUnread() {
        assertRefused(new byte[OnnxFile.LARGEST + 1], "at most 4,194,304 bytes, found 4,194,305");
    }

    @Test
    void aFileThatWouldSwellInMemoryIsRefusedBeforeItDoes() {
        // Two bytes are an empty node of the graph, and some hundred in memory.
        GraphProto.Builder graph = GraphProto.newBuilder();
        for (int i = 0; i < 200_000; i++) {
            graph.addNode(NodeProto.getDefaultInstance());
        }
        byte[] file = ModelProto.newBuilder().setGraph(graph).build().toByteArray();

        assertRefused(file, "more than 200,000 fields");
    }

    @Test
    void graphsWithinGraphsAreNotFollowedWithoutEnd() {
        GraphProto graph = GraphProto.getDefaultInstance();
        for (int i = 0; i < 60; i++) {
            graph = GraphProto.newBuilder()
                    .addNode(NodeProto.newBuilder()
                            .addAttribute(AttributeProto.newBuilder().setG(graph)))
                    .build();
        }

        assertRefused(ModelProto.newBuilder().setGraph(graph).build().toByteArray(), "nests graphs in graphs");
    }

    @Test
    void aTensorIsNotMadeAsLargeAsItSays() {
        assertRefused(
                changed(graph -> initialiser(graph, "C3.weight")
                        .clearDims()
                        .addDims(4_000_000)
                        .addDims(4_000_000)),
                "node 'C3' (Conv): initialiser 'C3.weight' should hold data of length",
                "found 9,600");
    }

    @Test
    void aTensorOfNegativeSizeIsRefused() {
        assertRefused(
                changed(graph -> initialiser(graph, "C3.weight").setDims(0, -16)),
                "node 'C3' (Conv): initialiser 'C3.weight' has an axis of size -16");
    }

    @Test
    void weightsInAnotherFileAreRefused() {
        assertRefused(
                changed(graph -> initialiser(graph, "F6.weight")
                        .clearRawData()
                        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                        .addExternalData(StringStringEntryProto.newBuilder()
                                .setKey("location")
                                .setValue("/etc/passwd"))),
                "node 'F6' (Gemm): initialiser 'F6.weight' keeps its data in another file");
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE", "FLOAT16", "BFLOAT16", "INT8", "UINT8", "STRING"})
    void weightsOfAnotherTypeAreRefused(DataType type) {
        assertRefused(
                changed(graph -> initialiser(graph, "F6.weight").setDataType(type.getNumber())),
                "node 'F6' (Gemm): initialiser 'F6.weight' is of type %s; FLOAT, INT64 and INT32 are read"
                        .formatted(type));
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void weightsThatAreNoNumbersAreRefused(float value) {
        assertRefused(
                changed(graph -> initialiser(graph, "OUTPUT.bias")
                        .clearRawData()
                        .addAllFloatData(Collections.nCopies(10, value))),
                "node 'OUTPUT' (Gemm): initialiser 'OUTPUT.bias' holds a value that is infinite or not a number");
    }

    @Test
    void weightsThatConstantsMakeInfiniteAreRefused() {
        assertRefused(
                changed(graph -> {
                    node(graph, "OUTPUT").addAttribute(HandMade.attribute("beta", Float.MAX_VALUE));
                    initialiser(graph, "OUTPUT.bias").clearRawData().addAllFloatData(Collections.nCopies(10, 2f));
                }),
                "multiply to infinity");
    }

    @Test
    void aMissingInitialiserIsRefused() {
        assertRefused(
                changed(graph -> initialiser(graph, "C1.weight").setName("lost")),
                "node 'C1' (Conv): input 'C1.weight' is no initialiser and made by no earlier node");
    }

    @Test
    void aCycleIsRefused() {
        assertRefused(
                changed(graph -> node(graph, "C3").setInput(0, "C5.tanh")),
                "node 'C3' (Conv): input 'C5.tanh'",
                "cyclic");
    }

    @Test
    void aNodeWithoutANameIsNamedByWhatItMakes() {
        assertRefused(
                changed(graph -> node(graph, "C3.tanh").setOpType("Sigmoid").clearName()),
                "the node that makes 'C3.tanh' (Sigmoid): the operator is not one of Add, AveragePool, Cast",
                "Unsqueeze");
    }

    @Test
    void aQuantisedNetworkIsRefused() {
        assertRefused(
                changed(graph -> node(graph, "C3").setOpType("QLinearConv")),
                "node 'C3' (QLinearConv): the operator is not");
    }

    @Test
    void anOperatorOfAnotherDomainIsRefused() {
        assertRefused(
                changed(graph -> node(graph, "C3.tanh").setDomain("com.microsoft")),
                "node 'C3.tanh' (Tanh): the operator is of domain 'com.microsoft'; only ONNX's own are read");
    }

    @Test
    void aBranchIsRefused() {
        assertRefused(
                changed(graph -> graph.addNode(
                        6,
                        NodeProto.newBuilder()
                                .setName("residual")
                                .setOpType("Add")
                                .addInput("C1.tanh")
                                .addInput("C1")
                                .addOutput("sum"))),
                "node 'residual' (Add): joins two branches");
    }

    @Test
    void aSubgraphIsRefused() {
        assertRefused(
                changed(graph -> node(graph, "C3.tanh")
                        .setOpType("If")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("then_branch")
                                .setType(AttributeProto.AttributeType.GRAPH)
                                .setG(GraphProto.getDefaultInstance()))),
                "node 'C3.tanh' (If): the operator is not one of");
    }

    @Test
    void moreThanOneInputIsRefused() {
        assertRefused(
                changed(graph -> graph.addInput(graph.getInput(0).toBuilder().setName("mask"))),
                "a network takes pictures and nothing else, found 2 inputs: 'image', 'mask'");
    }

    @Test
    void anInputOfAnotherSizeIsRefused() {
        assertRefused(
                changed(graph -> graph.getInputBuilder(0)
                        .getTypeBuilder()
                        .getTensorTypeBuilder()
                        .getShapeBuilder()
                        .getDimBuilder(2)
                        .setDimValue(Long.MAX_VALUE)),
                "input 'image' should be pictures of 28×28 or 32×32 pixels, such as N×1×28×28, found pictures×1×9223372036854775807×28");
    }

    @Test
    void anInputOfAnotherTypeIsRefused() {
        assertRefused(
                changed(graph -> graph.getInputBuilder(0)
                        .getTypeBuilder()
                        .getTensorTypeBuilder()
                        .setElemType(DataType.DOUBLE.getNumber())),
                "input 'image' should be a tensor of FLOAT or UINT8, found DOUBLE");
    }

    @Test
    void anOutputThatNobodyMakesIsRefused() {
        assertRefused(
                changed(graph -> graph.getOutputBuilder(1).setName("nowhere")),
                "output 'nowhere' should depend on the picture and be made by a node");
    }

    @Test
    void anOutputOfASecondChainIsRefused() {
        assertRefused(
                changed(graph -> graph.addNode(NodeProto.newBuilder()
                                .setName("other")
                                .setOpType("Relu")
                                .addInput("C1")
                                .addOutput("other"))
                        .addOutput(graph.getOutput(0).toBuilder().setName("other"))),
                "output 'other' does not lie on the way to the last");
    }

    @Test
    void thousandsOfNodesAreRefused() {
        assertRefused(
                changed(graph -> {
                    for (int i = 0; i < 5_000; i++) {
                        graph.addNode(NodeProto.newBuilder()
                                .setOpType("Identity")
                                .addInput("logits")
                                .addOutput("copy" + i));
                    }
                }),
                "the graph has 5,017 nodes; at most 256 are read");
    }

    @Test
    void constantsAreNotMultipliedWithoutEnd() {
        byte[] zeros = new byte[2_000_000];
        assertRefused(
                changed(graph -> {
                    graph.addInitializer(TensorProto.newBuilder()
                            .setName("large")
                            .setDataType(DataType.FLOAT.getNumber())
                            .addDims(1_000)
                            .addDims(500)
                            .setRawData(ByteString.copyFrom(zeros)));
                    for (int i = 0; i < 200; i++) {
                        graph.addNode(NodeProto.newBuilder()
                                .setName("turn" + i)
                                .setOpType("Transpose")
                                .addInput("large")
                                .addOutput("turned" + i));
                    }
                }),
                "up to here the graph uses more than 4,194,304 constants");
    }

    @Test
    void anotherNumberOfMapsIsRefused() {
        assertRefused(
                changed(graph -> {
                    initialiser(graph, "C3.weight").setDims(0, 12).setRawData(ByteString.copyFrom(new byte[7_200]));
                    initialiser(graph, "C3.bias").setDims(0, 12).setRawData(ByteString.copyFrom(new byte[48]));
                    initialiser(graph, "C5.weight").setDims(1, 12).setRawData(ByteString.copyFrom(new byte[144_000]));
                }),
                "node 'C3' (Conv): C3 of lenet5 should be a convolution to 16 maps by 5×5, stride 1, found a convolution to 12 maps");
    }

    @Test
    void anotherSquashingFunctionIsRefused() {
        assertRefused(
                changed(graph -> node(graph, "C3.tanh").setOpType("Relu")),
                "node 'C3.tanh' (Relu): the squashing function of C3 of lenet5 should be TANH, found RELU");
    }

    @Test
    void aNetworkThatEndsTooEarlyIsRefused() {
        assertRefused(
                changed(graph -> graph.removeNode(16)
                        .removeNode(15)
                        .removeOutput(1)
                        .setOutput(0, graph.getOutput(0).toBuilder().setName("F6.tanh"))),
                "the graph ends too early: OUTPUT of lenet5 should be a dense layer of 10 units, found nothing");
    }

    @Test
    void paddingWithAnythingButPixelZeroIsRefused() {
        assertRefused(
                changed(graph -> {
                    graph.removeNode(3).removeNode(2).removeNode(1).removeNode(0);
                    node(graph, "C1").setInput(0, "image").addAttribute(HandMade.list("pads", 2, 2, 2, 2));
                }),
                "node 'C1' (Conv): pads with 0.0, where a pixel of 0 would be -0.1; this network pads with pixels of 0");
    }

    @Test
    void paddingBetweenLayersIsRefused() {
        assertRefused(
                changed(graph -> node(graph, "C3").addAttribute(HandMade.list("pads", 1, 1, 1, 1))),
                "node 'C3' (Conv): pads; only the picture itself is padded, before the first layer");
    }

    @Test
    void marginsThatOverflowAreRefused() {
        assertRefused(
                changed(graph -> initialiser(graph, "margins")
                        .setRawData(HandMade.integers(0, 0, 1L << 62, 1L << 62, 0, 0, 1L << 62, 1L << 62)
                                .build()
                                .getInt64DataList()
                                .stream()
                                .map(RudeOnnxTest::littleEndian)
                                .reduce(ByteString.EMPTY, ByteString::concat))),
                "node 'padded' (Pad): should leave the picture in the middle");
    }

    @Test
    void pixelsThatAreTreatedDifferentlyAreRefused() {
        float[] means = new float[32 * 32];
        means[5] = 1;
        assertRefused(
                changed(graph -> {
                    graph.addInitializer(HandMade.tensor(means, 1, 32, 32).setName("means"));
                    node(graph, "centred").setInput(1, "means");
                }),
                "node 'centred' (Sub): should treat all pixels of a picture alike");
    }

    @Test
    void scalingByZeroIsRefused() {
        assertRefused(
                changed(graph -> initialiser(graph, "scale").setRawData(ByteString.copyFrom(new byte[4]))),
                "leaves nothing of a picture");
    }

    @Test
    void scalingBeyondMeasureIsRefused() {
        ByteString huge = ByteString.copyFrom(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(1e30f)
                .array());

        assertRefused(
                changed(graph -> initialiser(graph, "scale").setRawData(huge)),
                "expected a mean from -1 to 1 and a factor from 0.001 to 1000.0");
    }

    @Test
    void picturesThatAreMixedAreRefused() {
        assertRefused(
                changed(graph -> node(graph, "F6.flat").addAttribute(HandMade.attribute("axis", 0))),
                "node 'F6.flat' (Flatten): should flatten from axis 1, which keeps pictures apart");
    }

    @Test
    void anAttributeOfTheWrongTypeIsRefused() {
        assertRefused(
                changed(graph -> node(graph, "F6").setAttribute(0, HandMade.attribute("transB", 1f))),
                "node 'F6' (Gemm): attribute transB should be INT, found FLOAT");
    }

    @Test
    void operatorsOfTheFutureAreRefused() throws InvalidProtocolBufferException {
        ModelProto.Builder model = ModelProto.parseFrom(FILE).toBuilder();
        model.getOpsetImportBuilder(0).setVersion(99);

        assertRefused(model.build().toByteArray(), "operator sets 7 to 26 are read, found 99");
    }

    @Test
    void aNameCannotBreakTheMessage() {
        String name = "a\nb\u0000\u202e" + "x".repeat(10_000);
        assertThatThrownBy(() -> read(
                        changed(graph -> node(graph, "C3.tanh").setName(name).setOpType("Sign"))))
                .isInstanceOf(ModelFileException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .startsWith("node 'a\uFFFDb\uFFFD\uFFFDxxx")
                        .hasSizeLessThan(600)
                        .doesNotContain("\n"));
    }

    /** The first one won, and other readers take the last. */
    @Test
    void metadataThatSaysAThingTwiceIsRefused() throws InvalidProtocolBufferException {
        ModelProto.Builder model = ModelProto.parseFrom(FILE).toBuilder();
        model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey("twice").setValue("1"))
                .addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey("twice").setValue("2"));

        assertRefused(model.build().toByteArray(), "the metadata has a key twice, with the values '1' and '2'");
    }

    @Test
    void metadataThatIsNoProvenanceOfOursIsLeftAside() throws InvalidProtocolBufferException {
        ModelProto.Builder model = ModelProto.parseFrom(FILE).toBuilder();
        for (StringStringEntryProto.Builder entry : model.getMetadataPropsBuilderList()) {
            entry.setValue("[".repeat(5_000));
        }

        ImportedNetwork imported = read(model.build().toByteArray());

        assertThat(imported.provenance()).isNull();
        assertThat(imported.network().scaling().mean())
                .isCloseTo(BundledModel.load().scaling().mean(), within(1e-7));
    }

    @Test
    void theLargestFileIsRefusedInNoTime() {
        byte[] random = new byte[OnnxFile.LARGEST];
        new Random(3).nextBytes(random);

        assertTimeout(Duration.ofSeconds(5), () -> assertRefused(random, ""));
    }

    private static void assertRefused(byte[] file, String... parts) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContainingAll(parts);
    }

    private static void readOrRefused(byte[] file) {
        try {
            read(file);
        } catch (ModelFileException e) {
            assertThat(e).hasMessageNotContaining("\n");
        }
    }

    private static ImportedNetwork read(byte[] file) {
        return OnnxFile.read(file, new Scaling(0.1, 1));
    }

    private static byte[] changed(Consumer<GraphProto.Builder> change) {
        try {
            ModelProto.Builder model = ModelProto.parseFrom(FILE).toBuilder();
            change.accept(model.getGraphBuilder());
            return model.build().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static NodeProto.Builder node(GraphProto.Builder graph, String name) {
        return graph.getNodeBuilderList().stream()
                .filter(node -> node.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static TensorProto.Builder initialiser(GraphProto.Builder graph, String name) {
        return graph.getInitializerBuilderList().stream()
                .filter(tensor -> tensor.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ByteString littleEndian(long value) {
        return ByteString.copyFrom(
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value));
    }
}

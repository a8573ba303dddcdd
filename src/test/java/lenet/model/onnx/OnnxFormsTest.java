package lenet.model.onnx;

import static lenet.model.onnx.HandMade.attribute;
import static lenet.model.onnx.HandMade.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lenet.model.BundledModel;
import lenet.model.ImportedNetwork;
import lenet.model.TrainedModel;
import lenet.network.Scaling;
import org.junit.jupiter.api.Test;

/** However a file says it, the same network is the same parameters, bit for bit. */
class OnnxFormsTest {

    private static final TrainedModel MODEL = BundledModel.load();
    private static final Scaling OUTSIDE = new Scaling(0.2, 3);

    @Test
    void weightsMayBeConstantNodes() {
        assertSame(graph -> {
            List<TensorProto> tensors = List.copyOf(graph.getInitializerList());
            graph.clearInitializer();
            tensors.forEach(tensor -> graph.addNode(
                    0,
                    NodeProto.newBuilder()
                            .setOpType("Constant")
                            .addOutput(tensor.getName())
                            .addAttribute(attribute("value", tensor.toBuilder()))));
        });
    }

    @Test
    void initialisersMayBeInputsToo() {
        assertSame(graph -> graph.getInitializerList()
                .forEach(tensor -> graph.addInput(graph.getInput(0).toBuilder().setName(tensor.getName()))));
    }

    @Test
    void aConvolutionMayBeFlattenedBySqueezing() {
        assertSame(graph -> {
            graph.addInitializer(HandMade.integers(2, -1).setName("axes"));
            node(graph, "F6.flat").setOpType("Squeeze").addInput("axes");
        });
    }

    @Test
    void whatDoesNothingMayStandAnywhere() {
        assertSame(graph -> {
            insert(graph, "C3", "Identity");
            insert(graph, "S4", "Cast", attribute("to", DataType.FLOAT.getNumber()));
            insert(graph, "F6", "Dropout", attribute("ratio", 0.5f));
        });
    }

    @Test
    void weightsMayLieTheOtherWayRound() {
        assertSame(graph -> {
            graph.addNode(
                    0,
                    NodeProto.newBuilder()
                            .setOpType("Transpose")
                            .addInput("F6.weight")
                            .addOutput("turned")
                            .addAttribute(list("perm", 1, 0)));
            node(graph, "F6").setInput(1, "turned").clearAttribute();
        });
    }

    @Test
    void factorsOfAGemmGoIntoItsWeightsAndItsBias() {
        assertSame(graph -> {
            scale(graph, "F6.weight", 2);
            scale(graph, "F6.bias", 0.25f);
            node(graph, "F6").addAttribute(attribute("alpha", 0.5f)).addAttribute(attribute("beta", 4f));
        });
    }

    @Test
    void theLayoutBetweenLayersMayChangeAndChangeBack() {
        assertSame(graph -> {
            insert(graph, "S2", "Transpose", list("perm", 0, 2, 3, 1));
            insert(graph, "S2", "Transpose", list("perm", 0, 3, 1, 2));
        });
    }

    @Test
    void softmaxMayBeMissing() {
        assertSame(graph -> graph.removeNode(graph.getNodeCount() - 1).removeOutput(1));
    }

    @Test
    void theNumberOfPicturesMayBeFixed() {
        assertSame(graph -> graph.getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(0)
                .setDimValue(1));
    }

    @Test
    void picturesMayBeBytes() {
        ImportedNetwork network = read(graph -> {
            graph.getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder().setElemType(DataType.UINT8.getNumber());
            removeScaling(graph);
            node(graph, "padded").setInput(0, "floats");
            graph.addNode(
                    0,
                    NodeProto.newBuilder()
                            .setOpType("Cast")
                            .addInput("image")
                            .addOutput("floats")
                            .addAttribute(attribute("to", DataType.FLOAT.getNumber())));
        });

        assertThat(network.network().scaling()).as("none: a pixel is 0–255").isEqualTo(new Scaling(0, 255));
    }

    @Test
    void aGraphThatDoesNotScaleIsGivenItsScalingFromOutside() {
        ImportedNetwork network = read(graph -> {
            removeScaling(graph);
            graph.removeNode(0);
            graph.getInputBuilder(0)
                    .getTypeBuilder()
                    .getTensorTypeBuilder()
                    .getShapeBuilder()
                    .setDim(
                            2,
                            graph.getInput(0).getType().getTensorType().getShape().getDim(2).toBuilder()
                                    .setDimValue(32))
                    .setDim(
                            3,
                            graph.getInput(0).getType().getTensorType().getShape().getDim(3).toBuilder()
                                    .setDimValue(32));
            node(graph, "C1").setInput(0, "image");
        });

        assertThat(network.network().scaling()).isEqualTo(OUTSIDE);
        assertThat(network.network().parameters()).isEqualTo(MODEL.network().parameters());
    }

    @Test
    void theGraphIsBelievedAndNotTheMetadataWhereTheyDiffer() {
        ImportedNetwork network = read(graph -> scale(graph, "mean", 2));

        assertThat(network.network().scaling().mean())
                .isCloseTo(2 * MODEL.network().scaling().mean(), within(1e-6));
    }

    private static void assertSame(Consumer<GraphProto.Builder> change) {
        ImportedNetwork network = read(change);

        assertThat(network.network().parameters()).isEqualTo(MODEL.network().parameters());
        assertThat(network.network().scaling()).isEqualTo(MODEL.network().scaling());
    }

    private static ImportedNetwork read(Consumer<GraphProto.Builder> change) {
        try {
            ModelProto.Builder file =
                    ModelProto.parseFrom(OnnxFile.write(MODEL, new Edition("0.1.0", 1, Map.of()))).toBuilder();
            byte[] before = file.build().toByteArray();
            change.accept(file.getGraphBuilder());
            byte[] after = file.build().toByteArray();
            assertThat(after).isNotEqualTo(before);
            return OnnxFile.read(after, OUTSIDE);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    /** After the node called {@code before}, for whoever takes what that gives. */
    private static void insert(GraphProto.Builder graph, String before, String operator, AttributeProto... attributes) {
        String output = before + "." + operator + graph.getNodeCount();
        int position = 0;
        for (int i = 0; i < graph.getNodeCount(); i++) {
            NodeProto.Builder node = graph.getNodeBuilder(i);
            if (node.getOutput(0).equals(before)) {
                position = i + 1;
            } else if (node.getInput(0).equals(before)) {
                node.setInput(0, output);
            }
        }
        graph.addNode(
                position,
                NodeProto.newBuilder()
                        .setOpType(operator)
                        .addInput(before)
                        .addOutput(output)
                        .addAllAttribute(List.of(attributes)));
    }

    private static void removeScaling(GraphProto.Builder graph) {
        graph.removeNode(3).removeNode(2).removeNode(1);
        node(graph, "C1").setInput(0, "padded");
    }

    private static void scale(GraphProto.Builder graph, String name, float factor) {
        TensorProto.Builder tensor = graph.getInitializerBuilderList().stream()
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        ByteBuffer values = ByteBuffer.wrap(tensor.getRawData().toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.capacity(); i += Float.BYTES) {
            values.putFloat(i, values.getFloat(i) * factor);
        }
        tensor.setRawData(ByteString.copyFrom(values));
    }

    private static NodeProto.Builder node(GraphProto.Builder graph, String name) {
        return graph.getNodeBuilderList().stream()
                .filter(node -> node.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

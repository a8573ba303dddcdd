package lenet.testing;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Connections;
import lenet.network.Layer;
import lenet.network.Parameters;
import lenet.network.Shape;

/**
 * A network as an ONNX file, which other libraries run: from padded, scaled inputs {@code [picture][map][row][column]}
 * to logits {@code [picture][class]}, with as many pictures at once as the caller likes.
 */
public final class OnnxModel {

    /** What the graph calls its input. */
    public static final String INPUT = "input";

    /** What the graph calls its output. */
    public static final String LOGITS = "logits";

    private static final int OPERATOR_SET = 17;
    private static final int FILE_VERSION = 8;

    private final Architecture architecture;
    private final Parameters parameters;
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private String last = INPUT;

    private OnnxModel(Architecture architecture, Parameters parameters) {
        this.architecture = architecture;
        this.parameters = parameters;
    }

    /** The file's bytes. */
    public static byte[] bytes(Architecture architecture, Parameters parameters) {
        return new OnnxModel(architecture, parameters).model().toByteArray();
    }

    private ModelProto model() {
        Shape input = architecture.input();
        graph.setName(architecture.name())
                .addInput(floats(INPUT, input.maps(), input.height(), input.width()))
                .addOutput(floats(LOGITS, architecture.classes()));
        architecture.shapedLayers().forEach(this::add);
        graph.addNode(node("Identity", "").addInput(last).addOutput(LOGITS));
        return ModelProto.newBuilder()
                .setIrVersion(FILE_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(graph)
                .build();
    }

    private void add(ShapedLayer shaped) {
        if (shaped.layer() instanceof Layer.Convolution convolution) {
            convolution(convolution, shaped.input());
        } else if (shaped.layer() instanceof Layer.AveragePooling pooling) {
            then(windowed("AveragePool", pooling.name(), pooling.window()));
        } else if (shaped.layer() instanceof Layer.MaxPooling pooling) {
            then(windowed("MaxPool", pooling.name(), pooling.window()));
        } else if (shaped.layer() instanceof Layer.Subsampling subsampling) {
            subsampling(subsampling, shaped.input());
        } else if (shaped.layer() instanceof Layer.Dense dense) {
            dense(dense, shaped.input());
        }
    }

    private void convolution(Layer.Convolution layer, Shape input) {
        String weight = layer.name() + ".weight";
        constant(
                weight,
                withZeros(layer, input, parameters.tensor(architecture, weight)),
                layer.maps(),
                input.maps(),
                layer.kernel(),
                layer.kernel());
        then(node("Conv", layer.name()), weight, bias(layer.name(), layer.maps()));
        squash(layer.name(), layer.activation());
    }

    /** ONNX knows no connection tables: weights where there is no connection are zero. */
    private static float[] withZeros(Layer.Convolution layer, Shape input, float[] connected) {
        if (layer.connections().equals(Connections.ALL)) {
            return connected;
        }
        int area = layer.kernel() * layer.kernel();
        float[] weights = new float[layer.maps() * input.maps() * area];
        int from = 0;
        for (int map = 0; map < layer.maps(); map++) {
            for (int inputMap : layer.connections().inputsOf(map, input.maps())) {
                System.arraycopy(connected, from, weights, (map * input.maps() + inputMap) * area, area);
                from += area;
            }
        }
        return weights;
    }

    /** A convolution of each map by itself, whose weights are all that map's coefficient. */
    private void subsampling(Layer.Subsampling layer, Shape input) {
        String weight = layer.name() + ".weight";
        int area = layer.window() * layer.window();
        float[] coefficients = parameters.tensor(architecture, weight);
        float[] weights = new float[input.maps() * area];
        for (int map = 0; map < input.maps(); map++) {
            Arrays.fill(weights, map * area, (map + 1) * area, coefficients[map]);
        }
        constant(weight, weights, input.maps(), 1, layer.window(), layer.window());
        then(
                windowed("Conv", layer.name(), layer.window()).addAttribute(integer("group", input.maps())),
                weight,
                bias(layer.name(), input.maps()));
        squash(layer.name(), layer.activation());
    }

    private void dense(Layer.Dense layer, Shape input) {
        String weight = layer.name() + ".weight";
        constant(weight, parameters.tensor(architecture, weight), layer.units(), input.units());
        then(node("Flatten", layer.name() + ".flat"));
        then(node("Gemm", layer.name()).addAttribute(integer("transB", 1)), weight, bias(layer.name(), layer.units()));
        squash(layer.name(), layer.activation());
    }

    private void squash(String layer, Activation activation) {
        switch (activation) {
            case TANH -> then(node("Tanh", layer + ".tanh"));
            case RELU -> then(node("Relu", layer + ".relu"));
            case SCALED_TANH -> {
                then(node("Mul", layer + ".narrowed"), factor(layer + ".slope", 2f / 3));
                then(node("Tanh", layer + ".tanh"));
                then(node("Mul", layer + ".widened"), factor(layer + ".amplitude", 1.7159f));
            }
            case IDENTITY -> {
                // The sums are what the layer gives.
            }
        }
    }

    /** Appends a node that takes what the last one gave, and {@code constants}. */
    private void then(NodeProto.Builder node, String... constants) {
        graph.addNode(node.addInput(last).addAllInput(List.of(constants)).addOutput(node.getName()));
        last = node.getName();
    }

    private String bias(String layer, int length) {
        String name = layer + ".bias";
        return constant(name, parameters.tensor(architecture, name), length);
    }

    private String factor(String name, float value) {
        return constant(name, new float[] {value});
    }

    private String constant(String name, float[] values, long... shape) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber());
        for (long side : shape) {
            tensor.addDims(side);
        }
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return name;
    }

    private static NodeProto.Builder windowed(String operator, String name, int window) {
        return node(operator, name)
                .addAttribute(square("kernel_shape", window))
                .addAttribute(square("strides", window));
    }

    private static NodeProto.Builder node(String operator, String name) {
        return NodeProto.newBuilder().setOpType(operator).setName(name);
    }

    private static AttributeProto square(String name, int side) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addInts(side)
                .addInts(side)
                .build();
    }

    private static AttributeProto integer(String name, int value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    /** Floats of {@code shape} for each of any number of pictures. */
    private static ValueInfoProto floats(String name, long... shape) {
        TensorShapeProto.Builder sides = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("pictures"));
        LongStream.of(shape)
                .forEach(side ->
                        sides.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(side)));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(sides)))
                .build();
    }
}

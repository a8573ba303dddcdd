package lenet.model.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** An ONNX graph under construction: one value on its way from the input, node after node. */
final class GraphBuilder {

    /** The symbolic size of every value's first axis. */
    private static final String PICTURES = "pictures";

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private String last;

    /** A graph whose first node takes {@code input}, floats of {@code shape} for each of any number of pictures. */
    GraphBuilder(String name, String input, long... shape) {
        graph.setName(name).addInput(floats(input, shape));
        last = input;
    }

    /** Appends a node that takes what the last one gave, and {@code constants}; its output bears its name. */
    GraphBuilder then(String operator, String name, List<String> constants, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(name)
                .addInput(last)
                .addAllInput(constants)
                .addOutput(name)
                .addAllAttribute(List.of(attributes)));
        last = name;
        return this;
    }

    /** Makes what the last node gives an output of the graph, floats of {@code shape} for each picture. */
    GraphBuilder output(String name, long... shape) {
        int node = graph.getNodeCount() - 1;
        graph.setNode(node, graph.getNode(node).toBuilder().setOutput(0, name)).addOutput(floats(name, shape));
        last = name;
        return this;
    }

    /** The name of a new constant of one float. */
    String constant(String name, float value) {
        graph.addInitializer(tensor(name, TensorProto.DataType.FLOAT, littleEndian(new float[] {value})));
        return name;
    }

    /** The name of a new constant of floats. */
    String constant(String name, float[] values, long... shape) {
        graph.addInitializer(tensor(name, TensorProto.DataType.FLOAT, littleEndian(values), shape));
        return name;
    }

    /** The name of a new constant of integers, one after another. */
    String constant(String name, long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        graph.addInitializer(tensor(name, TensorProto.DataType.INT64, bytes, values.length));
        return name;
    }

    GraphProto build() {
        return graph.build();
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    /** A size along both sides of a picture. */
    static AttributeProto square(String name, long side) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addInts(side)
                .addInts(side)
                .build();
    }

    private static ByteBuffer littleEndian(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    private static TensorProto tensor(String name, TensorProto.DataType type, ByteBuffer bytes, long... shape) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .addAllDims(Arrays.stream(shape).boxed().toList())
                .setRawData(ByteString.copyFrom(bytes))
                .build();
    }

    private static ValueInfoProto floats(String name, long... shape) {
        TensorShapeProto.Builder sides = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(PICTURES));
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

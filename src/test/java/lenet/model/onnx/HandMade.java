package lenet.model.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import lenet.network.Parameters;
import lenet.testing.Digits;

/** An ONNX file put together by hand, in whatever form a test is about. */
final class HandMade {

    static final int ANY = -1;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("main_graph");
    private final int operatorSet;

    HandMade(int operatorSet) {
        this.operatorSet = operatorSet;
    }

    HandMade input(String name, int... sizes) {
        return input(name, TensorProto.DataType.FLOAT, sizes);
    }

    HandMade input(String name, TensorProto.DataType type, int... sizes) {
        graph.addInput(value(name, type, sizes));
        return this;
    }

    /** The only output; its rank is what ONNX Runtime wants to know. */
    HandMade output(String name, int... sizes) {
        graph.addOutput(value(name, TensorProto.DataType.FLOAT, sizes));
        return this;
    }

    HandMade floats(String name, float[] values, long... shape) {
        graph.addInitializer(tensor(values, shape).setName(name));
        return this;
    }

    HandMade integers(String name, long... values) {
        graph.addInitializer(integers(values).setName(name));
        return this;
    }

    HandMade initialiser(TensorProto.Builder tensor) {
        graph.addInitializer(tensor);
        return this;
    }

    /** The weight and the bias of a layer of LeNet-5 as PyTorch calls and shapes them. */
    HandMade layer(String name, Parameters parameters, String paper, long... shape) {
        return floats(name + ".weight", parameters.tensor(Digits.LENET5, paper + ".weight"), shape)
                .floats(name + ".bias", parameters.tensor(Digits.LENET5, paper + ".bias"), shape[0]);
    }

    HandMade node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName("node_" + output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return this;
    }

    HandMade with(Consumer<GraphProto.Builder> change) {
        change.accept(graph);
        return this;
    }

    byte[] bytes() {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(operatorSet))
                .setProducerName("by hand")
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    static AttributeProto attribute(String name, long value) {
        return GraphBuilder.integer(name, value);
    }

    static AttributeProto attribute(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    static AttributeProto attribute(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto list(String name, long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(Arrays.stream(values).boxed().toList())
                .build();
    }

    static AttributeProto attribute(String name, TensorProto.Builder value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.TENSOR)
                .setT(value)
                .build();
    }

    static TensorProto.Builder tensor(float[] values, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addAllDims(Arrays.stream(shape).boxed().toList());
        for (float value : values) {
            tensor.addFloatData(value);
        }
        return tensor;
    }

    static TensorProto.Builder integers(long... values) {
        return TensorProto.newBuilder()
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(values.length)
                .addAllInt64Data(Arrays.stream(values).boxed().toList());
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type, int... sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int size : sizes) {
            TensorShapeProto.Dimension.Builder dimension = shape.addDimBuilder();
            if (size == ANY) {
                dimension.setDimParam("batch");
            } else {
                dimension.setDimValue(size);
            }
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }
}

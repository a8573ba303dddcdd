package lenet.model.onnx;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The operators that are read; {@code docs/model-files.md} says in which forms. */
final class Operators {

    private static final Map<String, Function<Operation, Value>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("Add", ElementwiseOperators::add),
            Map.entry("AveragePool", LayerOperators::averagePooling),
            Map.entry("Cast", RearrangingOperators::cast),
            Map.entry("Concat", ShapeOperators::concat),
            Map.entry("Constant", ShapeOperators::constant),
            Map.entry("ConstantOfShape", ShapeOperators::constantOfShape),
            Map.entry("Conv", LayerOperators::convolution),
            Map.entry("Div", ElementwiseOperators::divide),
            Map.entry("Dropout", RearrangingOperators::dropout),
            Map.entry("Flatten", RearrangingOperators::flatten),
            Map.entry("Gather", ShapeOperators::gather),
            Map.entry("Gemm", LayerOperators::gemm),
            Map.entry("Identity", RearrangingOperators::identity),
            Map.entry("LogSoftmax", ElementwiseOperators::softmax),
            Map.entry("MatMul", LayerOperators::matrixProduct),
            Map.entry("MaxPool", LayerOperators::maxPooling),
            Map.entry("Mul", ElementwiseOperators::multiply),
            Map.entry("Pad", LayerOperators::pad),
            Map.entry("Relu", ElementwiseOperators::relu),
            Map.entry("Reshape", RearrangingOperators::reshape),
            Map.entry("Shape", ShapeOperators::shape),
            Map.entry("Slice", ShapeOperators::slice),
            Map.entry("Softmax", ElementwiseOperators::softmax),
            Map.entry("Squeeze", RearrangingOperators::squeeze),
            Map.entry("Sub", ElementwiseOperators::subtract),
            Map.entry("Tanh", ElementwiseOperators::tanh),
            Map.entry("Transpose", RearrangingOperators::transpose),
            Map.entry("Unsqueeze", RearrangingOperators::unsqueeze)));

    private Operators() {}

    /** What the operation gives. */
    static Value apply(Operation operation) {
        Function<Operation, Value> operator = ALL.get(operation.node().operator());
        if (operator == null) {
            throw operation.refusal("the operator is not one of %s", String.join(", ", ALL.keySet()));
        }
        return operator.apply(operation);
    }
}

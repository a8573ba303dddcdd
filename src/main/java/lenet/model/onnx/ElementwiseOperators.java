package lenet.model.onnx;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import lenet.model.onnx.Value.Floats;
import lenet.network.Activation;

/** The operators that treat every number by itself, and softmax. */
final class ElementwiseOperators {

    private ElementwiseOperators() {}

    static Value add(Operation operation) {
        return scaled(operation, constant -> 1, constant -> constant);
    }

    static Value subtract(Operation operation) {
        return operation.value(0) instanceof Signal
                ? scaled(operation, constant -> 1, constant -> -constant)
                : scaled(operation, constant -> -1, constant -> constant);
    }

    static Value multiply(Operation operation) {
        return scaled(operation, constant -> constant, constant -> 0);
    }

    static Value divide(Operation operation) {
        operation.signal(0);
        return scaled(operation, constant -> 1 / constant, constant -> 0);
    }

    static Value tanh(Operation operation) {
        return operation.signal(0).after(new Step.Squashing(operation.node(), Activation.TANH));
    }

    static Value relu(Operation operation) {
        return operation.signal(0).after(new Step.Squashing(operation.node(), Activation.RELU));
    }

    /** Over the classes, which is how every operator set understands it where there is no other axis than the pictures'. */
    static Value softmax(Operation operation) {
        Signal signal = operation.signal(0);
        long axis = operation.node().integer("axis", operation.operatorSet() < 13 ? 1 : -1);
        if (signal.shape().length != 1 || operation.axis(axis, 2) != 1) {
            throw operation.refusal(
                    "should be taken over the classes of each picture, found axis %d of %s", axis, signal.described());
        }
        return signal.after(new Step.Probabilities(operation.node()));
    }

    private static Value scaled(Operation operation, DoubleUnaryOperator factor, DoubleUnaryOperator summand) {
        int picture = operation.value(0) instanceof Signal ? 0 : 1;
        if (operation.value(1 - picture) instanceof Signal) {
            throw operation.refusal("joins two branches; a network of this family is one chain");
        }
        Signal signal = operation.signal(picture);
        Floats constant = operation.floats(1 - picture);
        int[] positions = Layout.broadcast(pictureShape(operation, constant, signal), signal.shape());
        int[] units = signal.units();
        double[] factors = new double[units.length];
        double[] summands = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            float value = constant.values()[positions[i]];
            factors[units[i]] = factor.applyAsDouble(value);
            summands[units[i]] = summand.applyAsDouble(value);
        }
        if (!Arrays.stream(factors).allMatch(Double::isFinite)) {
            throw operation.refusal("divides by zero");
        }
        return signal.after(new Step.Scale(operation.node(), factors, summands));
    }

    /** The constant's shape for one picture; every picture has the same. */
    private static int[] pictureShape(Operation operation, Floats constant, Signal signal) {
        int[] all = constant.shape();
        int[] shape = signal.shape();
        int[] own = all.length == shape.length + 1 && all[0] == 1 ? Arrays.copyOfRange(all, 1, all.length) : all;
        int missing = shape.length - own.length;
        if (missing < 0 || !IntStream.range(0, own.length).allMatch(i -> own[i] == 1 || own[i] == shape[missing + i])) {
            throw operation.refusal("a constant of %s does not fit %s", Sizes.text(all), signal.described());
        }
        return own;
    }
}

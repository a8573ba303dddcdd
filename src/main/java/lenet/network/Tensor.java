package lenet.network;

import java.util.Arrays;
import java.util.List;

/**
 * A trainable tensor's description: its name such as {@code C1.weight}, its shape (row-major) and the fans that scale
 * its initial values.
 */
public record Tensor(String name, List<Integer> shape, Kind kind, int fanIn, int fanOut) {

    /** Weights are initialised at random and decay; biases start at zero and do not. */
    public enum Kind {
        WEIGHT,
        BIAS
    }

    static Tensor weight(String layer, int fanIn, int fanOut, Integer... shape) {
        return new Tensor(layer + ".weight", List.of(shape), Kind.WEIGHT, fanIn, fanOut);
    }

    static Tensor bias(String layer, int length) {
        return new Tensor(layer + ".bias", List.of(length), Kind.BIAS, 0, length);
    }

    /** Number of values in the tensor. */
    public int size() {
        return Arrays.stream(shape.toArray(Integer[]::new)).reduce(1, (a, b) -> a * b);
    }
}

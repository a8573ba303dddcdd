package lenet.model.onnx;

import java.util.List;
import java.util.stream.IntStream;
import lenet.model.ModelFileException;
import lenet.model.onnx.Value.Floats;
import lenet.model.onnx.Value.Integers;
import org.jspecify.annotations.Nullable;

/**
 * A node together with what its inputs are.
 *
 * @param inputs in the node's order; null where an optional one is left out
 * @param operatorSet version of ONNX's operators that the file is written in
 */
record Operation(Node node, List<@Nullable Value> inputs, int operatorSet) {

    private static final int MOST_AXES = 8;

    boolean has(int input) {
        return input < inputs.size() && inputs.get(input) != null;
    }

    Value value(int input) {
        Value value = input < inputs.size() ? inputs.get(input) : null;
        if (value == null) {
            throw refusal("input %d is missing", input);
        }
        return value;
    }

    /** An input that depends on the picture. */
    Signal signal(int input) {
        if (value(input) instanceof Signal signal) {
            return signal;
        }
        throw refusal(
                "input %d should depend on the picture, found %s",
                input, value(input).described());
    }

    /** An input of constant floats. */
    Floats floats(int input) {
        if (value(input) instanceof Floats floats) {
            return floats;
        }
        throw refusal(
                "input %d should be constant floats, found %s",
                input, value(input).described());
    }

    /** An input of constant integers. */
    long[] integers(int input) {
        if (value(input) instanceof Integers integers) {
            return integers.values();
        }
        throw refusal(
                "input %d should be constant integers, found %s",
                input, value(input).described());
    }

    /** Integers that newer operator sets have as an input and older ones as an attribute; null where there are none. */
    long @Nullable [] integers(int input, String attribute) {
        if (has(input)) {
            return integers(input);
        }
        return node.has(attribute)
                ? node.integers(attribute, List.of()).stream()
                        .mapToLong(Long::longValue)
                        .toArray()
                : null;
    }

    /** {@code axis}, which may count from the end, as one of {@code axes}. */
    int axis(long axis, int axes) {
        if (axes > MOST_AXES || axis < -axes || axis >= axes) {
            throw refusal("there is no axis %d among %d", axis, axes);
        }
        return (int) (axis < 0 ? axis + axes : axis);
    }

    /** The one number that all {@code values} are. */
    int same(String what, long... values) {
        if (values.length == 0 || values[0] < 1 || values[0] > Short.MAX_VALUE) {
            throw refusal(
                    "%s should be a small number, found %s",
                    what, Integers.list(values).described());
        }
        if (IntStream.range(0, values.length).anyMatch(i -> values[i] != values[0])) {
            throw refusal(
                    "%s should be the same along both sides, found %s",
                    what, Integers.list(values).described());
        }
        return (int) values[0];
    }

    @SuppressWarnings("AnnotateFormatMethod") // The annotation is in a library that nothing else here needs.
    ModelFileException refusal(String template, Object... arguments) {
        return node.refusal(template, arguments);
    }
}

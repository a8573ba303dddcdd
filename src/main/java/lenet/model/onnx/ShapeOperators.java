package lenet.model.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lenet.model.onnx.Value.Floats;
import lenet.model.onnx.Value.Integers;

/** The operators with which exporters work out shapes. */
final class ShapeOperators {

    private static final int LONGEST_LIST = 64;

    private ShapeOperators() {}

    static Value constant(Operation operation) {
        Node node = operation.node();
        TensorProto tensor = node.tensor("value");
        if (tensor != null) {
            return Constants.read(tensor, message -> node.refusal("its value %s", message));
        } else if (node.has("value_int")) {
            return Integers.list(node.integer("value_int", 0)).reshaped();
        } else if (node.has("value_ints")) {
            return Integers.list(longs(node.integers("value_ints", List.of())));
        } else if (node.has("value_float")) {
            return finite(operation, List.of(node.number("value_float", 0))).reshaped();
        } else if (node.has("value_floats")) {
            return finite(operation, node.numbers("value_floats"));
        }
        throw operation.refusal("is neither a tensor nor floats nor integers");
    }

    private static Floats finite(Operation operation, List<Float> numbers) {
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i);
            if (!Float.isFinite(values[i])) {
                throw operation.refusal("its value is infinite or not a number");
            }
        }
        return new Floats(new int[] {values.length}, values);
    }

    static Value constantOfShape(Operation operation) {
        long[] shape = operation.integers(0);
        if (shape.length > 1 || (shape.length == 1 && (shape[0] < 0 || shape[0] > LONGEST_LIST))) {
            throw operation.refusal(
                    "should make a short list of integers, found %s",
                    Integers.list(shape).described());
        }
        TensorProto tensor = operation.node().tensor("value");
        Value value =
                tensor == null ? null : Constants.read(tensor, message -> operation.refusal("its value %s", message));
        if (!(value instanceof Integers integers) || integers.values().length != 1) {
            throw operation.refusal("should make a short list of integers");
        }
        long[] list = new long[shape.length == 0 ? 1 : (int) shape[0]];
        Arrays.fill(list, integers.values()[0]);
        return Integers.list(list);
    }

    static Value shape(Operation operation) {
        Value value = operation.value(0);
        long[] sizes;
        if (value instanceof Signal signal) {
            sizes = LongStream.concat(
                            LongStream.of(signal.pictures()),
                            IntStream.of(signal.shape()).asLongStream())
                    .toArray();
        } else {
            int[] shape = value instanceof Floats floats ? floats.shape() : ((Integers) value).shape();
            sizes = IntStream.of(shape).asLongStream().toArray();
        }
        int from = bound(operation.node().integer("start", 0), sizes.length);
        int to = bound(operation.node().integer("end", sizes.length), sizes.length);
        return Integers.list(Arrays.copyOfRange(sizes, from, Math.max(from, to)));
    }

    static Value gather(Operation operation) {
        long[] list = operation.integers(0);
        if (!(operation.value(1) instanceof Integers indices)) {
            throw operation.refusal(
                    "should take indices, found %s", operation.value(1).described());
        }
        if (operation.node().integer("axis", 0) != 0 || indices.values().length > LONGEST_LIST) {
            throw operation.refusal("should pick from a list of integers");
        }
        return new Integers(
                indices.shape(),
                LongStream.of(indices.values())
                        .map(index -> list[index(operation, index, list.length)])
                        .toArray());
    }

    static Value concat(Operation operation) {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < operation.inputs().size(); i++) {
            LongStream.of(operation.integers(i)).forEach(all::add);
            if (all.size() > LONGEST_LIST) {
                throw operation.refusal("should make a short list of integers");
            }
        }
        return Integers.list(longs(all));
    }

    /** Some rows of a short list or table of integers. */
    static Value slice(Operation operation) {
        long[] values = operation.integers(0);
        int[] shape = ((Integers) operation.value(0)).shape();
        int rows = shape.length == 0 ? 0 : shape[0];
        long step = single(operation, 4, "steps", 1);
        if (rows == 0
                || rows > LONGEST_LIST
                || values.length > LONGEST_LIST
                || step == 0
                || single(operation, 3, "axes", 0) > 0) {
            throw operation.refusal("should pick rows of a short list of integers");
        }
        int width = values.length / rows;
        int[] picked = rows(single(operation, 1, "starts", 0), single(operation, 2, "ends", rows), step, rows);
        int[] newShape = shape.clone();
        newShape[0] = picked.length;
        return new Integers(
                newShape,
                IntStream.of(picked)
                        .flatMap(row -> IntStream.range(row * width, (row + 1) * width))
                        .mapToLong(i -> values[i])
                        .toArray());
    }

    private static int[] rows(long start, long end, long step, int rows) {
        if (step > 0) {
            int to = bound(end, rows);
            return LongStream.iterate(bound(start, rows), row -> row < to, row -> row + Math.min(step, rows))
                    .mapToInt(row -> (int) row)
                    .toArray();
        }
        int last = end < -rows ? -1 : bound(end, rows);
        return LongStream.iterate(
                        Math.min(bound(start, rows), rows - 1), row -> row > last, row -> row + Math.max(step, -rows))
                .mapToInt(row -> (int) row)
                .toArray();
    }

    private static long single(Operation operation, int input, String attribute, long otherwise) {
        long[] found = operation.integers(input, attribute);
        if (found != null && found.length != 1) {
            throw operation.refusal(
                    "%s should be one number, found %s",
                    attribute, Integers.list(found).described());
        }
        return found == null ? otherwise : found[0];
    }

    private static int index(Operation operation, long index, int length) {
        if (index < -length || index >= length) {
            throw operation.refusal("there is no element %d among %d", index, length);
        }
        return (int) (index < 0 ? index + length : index);
    }

    /** {@code position}, which may count from the end, moved into the list. */
    private static int bound(long position, int length) {
        long fromStart = position < 0 ? position + length : position;
        return (int) Math.max(0, Math.min(fromStart, length));
    }

    private static long[] longs(List<Long> list) {
        return list.stream().mapToLong(Long::longValue).toArray();
    }
}

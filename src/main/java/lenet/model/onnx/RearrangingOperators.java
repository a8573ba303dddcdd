package lenet.model.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lenet.model.onnx.Value.Floats;
import lenet.model.onnx.Value.Integers;

/** The operators that leave every number as it is and at most give it another place. */
final class RearrangingOperators {

    private RearrangingOperators() {}

    static Value identity(Operation operation) {
        return operation.value(0);
    }

    /** In inference it passes everything on. */
    static Value dropout(Operation operation) {
        if (operation.has(2) && !isFalse(operation.value(2))) {
            throw operation.refusal("is in training mode; export the network for inference");
        }
        return operation.value(0);
    }

    private static boolean isFalse(Value value) {
        return value instanceof Integers integers
                && LongStream.of(integers.values()).allMatch(i -> i == 0);
    }

    static Value cast(Operation operation) {
        long type = operation.node().integer("to", 0);
        Value value = operation.value(0);
        boolean integer = type == DataType.INT64.getNumber() || type == DataType.INT32.getNumber();
        if (value instanceof Integers ? integer : type == DataType.FLOAT.getNumber()) {
            return value;
        }
        throw operation.refusal(
                "turns %s into %s; floats and integers stay what they are",
                value.described(), DataType.forNumber((int) type));
    }

    static Value transpose(Operation operation) {
        Value value = operation.value(0);
        int rank = shape(value).length + (value instanceof Signal ? 1 : 0);
        List<Long> reversed =
                IntStream.range(0, rank).mapToObj(i -> (long) rank - 1 - i).toList();
        int[] axes = axes(operation, operation.node().integers("perm", reversed), rank);
        if (axes.length != rank) {
            throw operation.refusal("perm should name %d axes, found %d", rank, axes.length);
        }
        if (value instanceof Floats floats) {
            return floats.transposed(axes);
        } else if (value instanceof Integers integers) {
            return integers.transposed(axes);
        } else if (axes[0] != 0) {
            throw operation.refusal("the first axis, the pictures, should stay the first");
        }
        return ((Signal) value)
                .transposed(Arrays.stream(axes, 1, rank).map(axis -> axis - 1).toArray());
    }

    static Value flatten(Operation operation) {
        Signal signal = operation.signal(0);
        int rank = signal.shape().length + 1;
        if (operation.node().integer("axis", 1) != 1 && operation.node().integer("axis", 1) != 1 - rank) {
            throw operation.refusal("should flatten from axis 1, which keeps pictures apart");
        }
        return signal.reshaped(signal.size());
    }

    static Value reshape(Operation operation) {
        Value value = operation.value(0);
        long[] target = operation.integers(1);
        boolean zeroIsZero = operation.node().integer("allowzero", 0) != 0;
        if (value instanceof Signal signal) {
            return signal.reshaped(pictureShape(operation, signal, target, zeroIsZero));
        }
        int[] shape = shape(value);
        return reshaped(value, filledIn(operation, copied(operation, target, shape, 0, zeroIsZero), shape));
    }

    /** The shape of one picture: what {@code target} says after its first axis, which must be the pictures'. */
    private static int[] pictureShape(Operation operation, Signal signal, long[] target, boolean zeroIsZero) {
        if (target.length < 1) {
            throw operation.refusal("should keep an axis of pictures");
        }
        long[] rest = copied(operation, Arrays.copyOfRange(target, 1, target.length), signal.shape(), 1, zeroIsZero);
        boolean restIsKnown = LongStream.of(rest).allMatch(size -> size >= 0);
        long first = target[0];
        boolean keepsPictures = first == Integers.BATCH
                || (first == 0 && !zeroIsZero)
                || (first == -1 && restIsKnown)
                || (first > 0 && (signal.pictures() == Integers.BATCH || signal.pictures() == first));
        if (!keepsPictures) {
            throw operation.refusal(
                    "should keep the pictures apart, found %s to be reshaped to %s",
                    signal.described(), Integers.list(target).described());
        }
        return filledIn(operation, rest, signal.shape());
    }

    /** {@code target} with each 0 replaced by the size that the axis had. */
    private static long[] copied(Operation operation, long[] target, int[] shape, int skipped, boolean zeroIsZero) {
        long[] copied = target.clone();
        for (int i = 0; i < copied.length; i++) {
            if (copied[i] == 0 && !zeroIsZero) {
                if (i >= shape.length) {
                    throw operation.refusal("there is no axis %d whose size to keep", i + skipped);
                }
                copied[i] = shape[i];
            }
        }
        return copied;
    }

    /** {@code target} with its −1, if there is one, replaced by what is left of {@code shape}'s elements. */
    private static int[] filledIn(Operation operation, long[] target, int[] shape) {
        int elements = Sizes.product(shape);
        int known = Sizes.product(LongStream.of(target)
                .filter(size -> size != -1)
                .mapToInt(size -> (int) Math.max(0, Math.min(size, Integer.MAX_VALUE)))
                .toArray());
        long open = LongStream.of(target).filter(size -> size == -1).count();
        if (known == 0 || open > 1 || elements % known != 0 || (open == 0 && elements != known)) {
            throw operation.refusal(
                    "%,d elements of %s do not fit %s",
                    elements, Sizes.text(shape), Integers.list(target).described());
        }
        operation.axis(0, target.length + 1);
        return LongStream.of(target)
                .mapToInt(size -> size == -1 ? elements / known : (int) size)
                .toArray();
    }

    static Value squeeze(Operation operation) {
        Value value = operation.value(0);
        int batch = value instanceof Signal ? 1 : 0;
        int[] shape = shape(value);
        long[] named = operation.integers(1, "axes");
        List<Integer> axes = named == null
                ? IntStream.range(0, shape.length)
                        .filter(i -> shape[i] == 1)
                        .boxed()
                        .toList()
                : LongStream.of(named)
                        .mapToObj(axis -> operation.axis(axis, shape.length + batch) - batch)
                        .toList();
        if (axes.stream().anyMatch(axis -> axis < 0 || shape[axis] != 1)) {
            throw operation.refusal(
                    "should take away axes of size 1 and not the pictures', found %s", value.described());
        }
        return reshaped(
                value,
                IntStream.range(0, shape.length)
                        .filter(axis -> !axes.contains(axis))
                        .map(axis -> shape[axis])
                        .toArray());
    }

    static Value unsqueeze(Operation operation) {
        Value value = operation.value(0);
        int batch = value instanceof Signal ? 1 : 0;
        int[] shape = shape(value);
        long[] named = operation.integers(1, "axes");
        if (named == null) {
            throw operation.refusal("axes are missing");
        }
        int rank = shape.length + batch + named.length;
        List<Integer> axes = LongStream.of(named)
                .mapToObj(axis -> operation.axis(axis, rank) - batch)
                .sorted()
                .toList();
        List<Integer> unsqueezed = new ArrayList<>(Arrays.stream(shape).boxed().toList());
        for (int axis : axes) {
            if (axis < 0 || axis > unsqueezed.size()) {
                throw operation.refusal("the first axis, the pictures, should stay the first");
            }
            unsqueezed.add(axis, 1);
        }
        return reshaped(value, unsqueezed.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int[] axes(Operation operation, List<Long> named, int rank) {
        int[] axes = named.stream().mapToInt(axis -> operation.axis(axis, rank)).toArray();
        if (Arrays.stream(axes).distinct().count() != axes.length) {
            throw operation.refusal("should name every axis once, found %s", Quoted.plain(named.toString()));
        }
        return axes;
    }

    private static int[] shape(Value value) {
        if (value instanceof Signal signal) {
            return signal.shape();
        }
        return value instanceof Floats floats ? floats.shape() : ((Integers) value).shape();
    }

    private static Value reshaped(Value value, int[] shape) {
        if (value instanceof Signal signal) {
            return signal.reshaped(shape);
        }
        return value instanceof Floats floats ? floats.reshaped(shape) : ((Integers) value).reshaped(shape);
    }
}

package lenet.model.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lenet.model.onnx.Value.Floats;
import org.jspecify.annotations.Nullable;

/** The operators that are a layer's sums, and the padding before the first. */
final class LayerOperators {

    /** The family's largest layer, C1, has less than a third of it. */
    private static final int MOST_UNITS = 16_384;

    private LayerOperators() {}

    static Value convolution(Operation operation) {
        Signal signal = padded(operation, picture(operation));
        int[] shape = signal.shape();
        Floats weights = operation.floats(1);
        int[] sizes = weights.shape();
        if (sizes.length != 4 || sizes[2] != sizes[3] || sizes[2] < 1) {
            throw operation.refusal("the weights should be maps × maps × kernel × kernel, found %s", Sizes.text(sizes));
        }
        int kernel = operation.same(
                "kernel_shape", longs(operation.node().integers("kernel_shape", List.of((long) sizes[2]))));
        int stride = stride(operation);
        int groups = operation.same("group", operation.node().integer("group", 1));
        if (kernel != sizes[2] || (long) sizes[1] * groups != shape[0] || sizes[0] % groups != 0) {
            throw operation.refusal(
                    "weights of %s in %d groups do not fit %s", Sizes.text(sizes), groups, signal.described());
        }
        if (shape[1] < kernel || shape[2] < kernel) {
            throw operation.refusal("a kernel of %d×%d does not fit %s", kernel, kernel, signal.described());
        }
        float[] bias = operation.has(2) ? bias(operation, 2, sizes[0]) : new float[sizes[0]];
        Step step = new Step.Convolution(operation.node(), sizes[0], kernel, stride, groups, weights.values(), bias);
        return after(
                operation, signal, step, sizes[0], (shape[1] - kernel) / stride + 1, (shape[2] - kernel) / stride + 1);
    }

    static Value averagePooling(Operation operation) {
        return pooling(operation, false);
    }

    static Value maxPooling(Operation operation) {
        return pooling(operation, true);
    }

    private static Value pooling(Operation operation, boolean largest) {
        Signal signal = picture(operation);
        int[] shape = signal.shape();
        int window = operation.same("kernel_shape", longs(operation.node().integers("kernel_shape", List.of())));
        if (stride(operation) != window || shape[1] % window != 0 || shape[2] % window != 0) {
            throw operation.refusal(
                    "windows of %d×%d, stride %d, should tile the maps, found %s",
                    window, window, stride(operation), signal.described());
        }
        if (Arrays.stream(margins(operation, shape, window, window)).anyMatch(margin -> margin != 0)) {
            throw operation.refusal("should not pad");
        }
        return signal.after(
                new Step.Pooling(operation.node(), largest, window), shape[0], shape[1] / window, shape[2] / window);
    }

    /** {@code alpha · A · B + beta · C}, where the picture is A. */
    static Value gemm(Operation operation) {
        Node node = operation.node();
        if (node.integer("transA", 0) != 0) {
            throw operation.refusal("transA should be 0: the picture is not transposed");
        }
        boolean unitsFirst = node.integer("transB", 0) != 0;
        Floats given = operation.floats(1);
        if (given.shape().length != 2) {
            throw operation.refusal("the weights should be a matrix, found %s", given.described());
        }
        Floats weights = unitsFirst ? given : given.transposed(1, 0);
        int units = weights.shape()[0];
        float[] bias = operation.has(2) ? bias(operation, 2, units) : new float[units];
        return dense(
                operation,
                times(node.number("alpha", 1), weights.values()),
                times(node.number("beta", 1), bias),
                weights.shape());
    }

    static Value matrixProduct(Operation operation) {
        Floats weights = operation.floats(1);
        if (weights.shape().length != 2) {
            throw operation.refusal("the weights should be a matrix, found %s", weights.described());
        }
        Floats transposed = weights.transposed(1, 0);
        return dense(operation, transposed.values(), new float[transposed.shape()[0]], transposed.shape());
    }

    /** A dense layer whose weights are given in the order of the array that it takes, whatever that is. */
    private static Value dense(Operation operation, float[] given, float[] bias, int[] shape) {
        Signal signal = operation.signal(0);
        if (signal.shape().length != 1 || signal.size() != shape[1]) {
            throw operation.refusal(
                    "weights for %,d inputs do not fit %s; a dense layer takes pictures × units",
                    shape[1], signal.described());
        }
        int[] order = signal.units();
        float[] weights = new float[given.length];
        for (int i = 0; i < given.length; i++) {
            int row = i / order.length;
            weights[row * order.length + order[i % order.length]] = given[i];
        }
        return after(operation, signal, new Step.Dense(operation.node(), shape[0], weights, bias), shape[0]);
    }

    /** Padding of the picture with a constant; anywhere else only if it adds nothing. */
    static Value pad(Operation operation) {
        Signal signal = operation.signal(0);
        int rank = signal.shape().length + 1;
        long[] pads = margins(operation, rank);
        if (pads == null || pads.length != 2 * rank) {
            throw operation.refusal("should say two margins for each of %d axes", rank);
        }
        if (Arrays.stream(pads).allMatch(margin -> margin == 0)) {
            return signal;
        }
        if (!operation.node().text("mode", "constant").equals("constant")) {
            throw operation.refusal("should pad with a constant");
        }
        float value = operation.has(2) ? single(operation, 2) : operation.node().number("value", 0);
        return padded(
                operation,
                signal,
                value,
                Arrays.copyOfRange(pads, 1, rank),
                Arrays.copyOfRange(pads, rank + 1, pads.length),
                pads[0] == 0 && pads[rank] == 0);
    }

    /** The first margins of all axes, then the last ones; newer operator sets may name the axes that they are about. */
    private static long @Nullable [] margins(Operation operation, int rank) {
        long[] pads = operation.integers(1, "pads");
        if (pads == null || !operation.has(3)) {
            return pads;
        }
        long[] axes = operation.integers(3);
        long[] all = new long[2 * rank];
        if (pads.length != 2 * axes.length) {
            throw operation.refusal("should say two margins for each of %d axes", axes.length);
        }
        for (int i = 0; i < axes.length; i++) {
            all[operation.axis(axes[i], rank)] = pads[i];
            all[rank + operation.axis(axes[i], rank)] = pads[axes.length + i];
        }
        return all;
    }

    private static Signal padded(
            Operation operation, Signal signal, float value, long[] before, long[] after, boolean keepsPictures) {
        int[] shape = signal.shape();
        if (!keepsPictures || !signal.isPicture() || !signal.isInOrder()) {
            throw operation.refusal("pads; only the picture itself is padded, before the first layer");
        }
        int[] padded = shape.clone();
        for (int axis = 0; axis < shape.length; axis++) {
            boolean centred = before[axis] >= 0
                    && before[axis] < 255
                    && (after[axis] == before[axis] || after[axis] == before[axis] + 1);
            if (!centred || shape[axis] + before[axis] + after[axis] > 255 || (shape[axis] == 1 && after[axis] > 0)) {
                throw operation.refusal(
                        "should leave the picture in the middle, found margins of %d and %d",
                        before[axis], after[axis]);
            }
            padded[axis] += (int) (before[axis] + after[axis]);
        }
        int[] sides = Arrays.stream(padded).filter(side -> side > 1).toArray();
        if (sides.length != 2) {
            throw operation.refusal("should pad height and width, found %s", signal.described());
        }
        return after(operation, signal, new Step.Padding(operation.node(), value, sides[0], sides[1]), padded);
    }

    /** The convolution's own padding as a step by itself. */
    private static Signal padded(Operation operation, Signal signal) {
        int[] shape = signal.shape();
        int[] sizes = operation.floats(1).shape();
        long[] margins = margins(operation, shape, sizes.length == 4 ? sizes[2] : 1, stride(operation));
        if (Arrays.stream(margins).allMatch(margin -> margin == 0)) {
            return signal;
        }
        return padded(
                operation,
                signal,
                0,
                new long[] {0, margins[0], margins[1]},
                new long[] {0, margins[2], margins[3]},
                true);
    }

    /** Top, left, bottom, right. */
    private static long[] margins(Operation operation, int[] shape, int window, int stride) {
        if (operation.node().integers("dilations", List.of(1L, 1L)).stream().anyMatch(dilation -> dilation != 1)) {
            throw operation.refusal("dilations should be 1");
        }
        String automatic = operation.node().text("auto_pad", "NOTSET");
        switch (automatic) {
            case "VALID" -> {
                return new long[4];
            }
            case "SAME_UPPER", "SAME_LOWER" -> {
                long rows = Math.max(0, ((shape[1] - 1) / stride) * (long) stride + window - shape[1]);
                long columns = Math.max(0, ((shape[2] - 1) / stride) * (long) stride + window - shape[2]);
                return new long[] {rows / 2, columns / 2, rows - rows / 2, columns - columns / 2};
            }
            case "NOTSET" -> {
                long[] pads = longs(operation.node().integers("pads", List.of(0L, 0L, 0L, 0L)));
                if (pads.length != 4) {
                    throw operation.refusal("pads should be four margins, found %d", pads.length);
                }
                return pads;
            }
            default -> throw operation.refusal("auto_pad %s is not known", Quoted.of(automatic));
        }
    }

    private static int stride(Operation operation) {
        return operation.same("strides", longs(operation.node().integers("strides", List.of(1L, 1L))));
    }

    /** A picture's maps in the order in which a convolution takes them. */
    private static Signal picture(Operation operation) {
        Signal signal = operation.signal(0);
        if (signal.shape().length != 3 || !signal.isInOrder()) {
            throw operation.refusal(
                    "should take pictures × maps × height × width, found %s%s",
                    signal.described(), signal.isInOrder() ? "" : " in another order");
        }
        return signal;
    }

    private static Signal after(Operation operation, Signal signal, Step step, int... shape) {
        if (Sizes.product(shape) > MOST_UNITS || Sizes.product(shape) < 1) {
            throw operation.refusal("makes %s units; at most %,d are read", Sizes.text(shape), MOST_UNITS);
        }
        return signal.after(step, shape);
    }

    private static float[] bias(Operation operation, int input, int length) {
        Floats bias = operation.floats(input);
        float[] all = new float[length];
        if (bias.values().length == 1) {
            Arrays.fill(all, bias.values()[0]);
            return all;
        }
        int[] shape = bias.shape();
        if (shape.length > 2 || bias.values().length != length || shape[shape.length - 1] != length) {
            throw operation.refusal("the bias should have %d values, found %s", length, bias.described());
        }
        return bias.values();
    }

    private static float single(Operation operation, int input) {
        Floats constant = operation.floats(input);
        if (constant.values().length != 1) {
            throw operation.refusal("should pad with one value, found %s", constant.described());
        }
        return constant.values()[0];
    }

    private static float[] times(float factor, float[] values) {
        float[] products = new float[values.length];
        IntStream.range(0, values.length).forEach(i -> products[i] = factor * values[i]);
        return products;
    }

    private static long[] longs(List<Long> list) {
        return list.stream().mapToLong(Long::longValue).toArray();
    }
}

package lenet.model.onnx;

import java.util.stream.IntStream;

/** Where the elements of a row-major array lie after its axes change places. */
final class Layout {

    private Layout() {}

    /** For each element of the transposed array, its position in one of {@code shape}. */
    static int[] transposed(int[] shape, int[] axes) {
        int[] strides = strides(shape);
        int[] order = new int[Sizes.product(shape)];
        int[] index = new int[axes.length];
        for (int i = 0; i < order.length; i++) {
            for (int axis = 0; axis < axes.length; axis++) {
                order[i] += index[axis] * strides[axes[axis]];
            }
            for (int axis = axes.length - 1; axis >= 0 && ++index[axis] == shape[axes[axis]]; axis--) {
                index[axis] = 0;
            }
        }
        return order;
    }

    /**
     * For each element of {@code shape}, its position in an array of the last axes of {@code smaller}, whose axes of size 1
     * stand for all positions.
     */
    static int[] broadcast(int[] smaller, int[] shape) {
        int[] strides = strides(smaller);
        int missing = shape.length - smaller.length;
        int[] order = new int[Sizes.product(shape)];
        int[] index = new int[shape.length];
        for (int i = 0; i < order.length; i++) {
            for (int axis = 0; axis < smaller.length; axis++) {
                order[i] += smaller[axis] == 1 ? 0 : index[missing + axis] * strides[axis];
            }
            for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
                index[axis] = 0;
            }
        }
        return order;
    }

    static int[] pick(int[] from, int[] positions) {
        return IntStream.of(positions).map(position -> from[position]).toArray();
    }

    private static int[] strides(int[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }
}

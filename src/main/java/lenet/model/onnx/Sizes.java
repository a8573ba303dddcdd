package lenet.model.onnx;

import java.util.Arrays;

/** Sizes of axes, which a file may choose as it likes. */
final class Sizes {

    private Sizes() {}

    /** Number of elements; more than an array holds becomes {@link Integer#MAX_VALUE}. */
    static int product(int... sizes) {
        long product = 1;
        for (int size : sizes) {
            product = Math.min(product * size, Integer.MAX_VALUE);
        }
        return (int) product;
    }

    /** Such as {@code 6×1×5×5}; {@code a single value} where there is no axis. */
    static String text(int... sizes) {
        return sizes.length == 0
                ? "a single value"
                : joined(Arrays.stream(sizes).mapToObj(Integer::toString).toList());
    }

    static String joined(Iterable<String> sizes) {
        return String.join("×", sizes);
    }
}

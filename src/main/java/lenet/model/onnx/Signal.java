package lenet.model.onnx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The picture on its way through the network: the last step that was taken, and where that step's units lie in an array
 * whose first axis is the picture. Rearranging the array moves units and is no step, so that it does not matter which way a
 * file goes about it.
 */
final class Signal implements Value {

    private final long pictures;
    private final int[] shape;
    private final int[] units;
    private final @Nullable Step step;
    private final @Nullable Signal before;

    private Signal(long pictures, int[] shape, int[] units, @Nullable Step step, @Nullable Signal before) {
        this.pictures = pictures;
        this.shape = shape;
        this.units = units;
        this.step = step;
        this.before = before;
    }

    /**
     * The graph's input.
     *
     * @param pictures their number, or {@link Value.Integers#BATCH}
     * @param shape of one picture
     */
    static Signal input(long pictures, int... shape) {
        return new Signal(pictures, shape, inOrder(shape), null, null);
    }

    /** Number of pictures, or {@link Value.Integers#BATCH}. */
    long pictures() {
        return pictures;
    }

    /** Shape of one picture's array. */
    int[] shape() {
        return shape.clone();
    }

    /** For each element of one picture's array, the unit of the last step that it is. */
    int[] units() {
        return units.clone();
    }

    int size() {
        return units.length;
    }

    /** Whether every unit is where the last step left it. */
    boolean isInOrder() {
        return IntStream.range(0, units.length).allMatch(i -> units[i] == i);
    }

    /** Whether no step has been taken, or only such as scale and pad the picture. */
    boolean isPicture() {
        return steps().stream().allMatch(taken -> taken instanceof Step.Scale || taken instanceof Step.Padding);
    }

    /** The steps from the input to here. */
    List<Step> steps() {
        Deque<Step> steps = new ArrayDeque<>();
        for (Signal signal = this; signal != null; signal = signal.before) {
            if (signal.step != null) {
                steps.addFirst(signal.step);
            }
        }
        return new ArrayList<>(steps);
    }

    /** Number of weights of the last step. */
    int lastWeights() {
        if (step instanceof Step.Dense dense) {
            return dense.weights().length;
        }
        return step instanceof Step.Convolution convolution ? convolution.weights().length : 0;
    }

    /** After {@code next}, whose units lie in an array of {@code newShape}. */
    Signal after(Step next, int... newShape) {
        return new Signal(pictures, newShape, inOrder(newShape), next, this);
    }

    /** After {@code next}, which leaves every unit where it is. */
    Signal after(Step next) {
        return new Signal(pictures, shape, units, next, this);
    }

    Signal reshaped(int... newShape) {
        return new Signal(pictures, newShape, units, step, before);
    }

    Signal transposed(int... axes) {
        return new Signal(
                pictures, Layout.pick(shape, axes), Layout.pick(units, Layout.transposed(shape, axes)), step, before);
    }

    @Override
    public String described() {
        List<String> sizes = new ArrayList<>();
        sizes.add(pictures == Integers.BATCH ? "N" : Long.toString(pictures));
        IntStream.of(shape).mapToObj(Integer::toString).forEach(sizes::add);
        return "a value of " + Sizes.joined(sizes);
    }

    private static int[] inOrder(int... shape) {
        return IntStream.range(0, Sizes.product(shape)).toArray();
    }
}

package lenet.model.onnx;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A layer's weighted sums while constants around them are taken in.
 *
 * @param weights {@code [sums][inputs of each]}
 * @param bias {@code [sums]}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Sums(double[] weights, double[] bias) {

    static Sums of(float[] weights, float[] bias) {
        return new Sums(doubles(weights), doubles(bias));
    }

    /** Takes in what becomes of the inputs beforehand; {@code unit} tells the unit that a sum's n-th input is. */
    void takeIn(Scaled before, IntBinaryOperator unit) {
        if (before.isNothing()) {
            return;
        }
        int inputs = weights.length / bias.length;
        for (int i = 0; i < weights.length; i++) {
            int from = unit.applyAsInt(i / inputs, i % inputs);
            bias[i / inputs] += weights[i] * before.summands()[from];
            weights[i] *= before.factors()[from];
        }
    }

    /** Takes in what becomes of the sums afterwards; {@code unit} tells the first unit that has a sum's weights. */
    void takeOut(Scaled after, IntUnaryOperator unit) {
        if (after.isNothing()) {
            return;
        }
        int inputs = weights.length / bias.length;
        for (int sum = 0; sum < bias.length; sum++) {
            double factor = after.factors()[unit.applyAsInt(sum)];
            double summand = after.summands()[unit.applyAsInt(sum)];
            for (int i = sum * inputs; i < (sum + 1) * inputs; i++) {
                weights[i] *= factor;
            }
            bias[sum] *= factor;
            // Adding zero would make a bias of −0 one of 0, and a file that comes back another one.
            if (summand != 0) {
                bias[sum] += summand;
            }
        }
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}

package lenet.model.onnx;

import java.util.Arrays;
import java.util.stream.IntStream;
import lenet.network.Shape;

/**
 * Constants times and plus the units of a layer, which the layers around take into their weights.
 *
 * @param factors one a unit
 * @param summands one a unit
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Scaled(double[] factors, double[] summands) {

    /** Leaves {@code units} units as they are. */
    static Scaled not(int units) {
        double[] ones = new double[units];
        Arrays.fill(ones, 1);
        return new Scaled(ones, new double[units]);
    }

    /** This and then {@code next}. */
    Scaled then(Step.Scale next) {
        return new Scaled(
                IntStream.range(0, factors.length)
                        .mapToDouble(i -> factors[i] * next.factors()[i])
                        .toArray(),
                IntStream.range(0, factors.length)
                        .mapToDouble(i -> summands[i] * next.factors()[i] + next.summands()[i])
                        .toArray());
    }

    /** Divided by {@code divisor} beforehand, so that what comes next may multiply by it. */
    Scaled dividedFirst(double divisor) {
        return new Scaled(Arrays.stream(factors).map(factor -> factor / divisor).toArray(), summands);
    }

    /** Divided by {@code divisor} afterwards. */
    Scaled dividedLast(double divisor) {
        return new Scaled(
                Arrays.stream(factors).map(factor -> factor / divisor).toArray(),
                Arrays.stream(summands).map(summand -> summand / divisor).toArray());
    }

    boolean isNothing() {
        return Arrays.stream(factors).allMatch(factor -> factor == 1)
                && Arrays.stream(summands).allMatch(summand -> summand == 0);
    }

    /** Whether all units of a map are treated alike. */
    boolean isOfMaps(Shape shape) {
        int area = shape.height() * shape.width();
        return IntStream.range(0, factors.length)
                .allMatch(i -> factors[i] == factors[i / area * area] && summands[i] == summands[i / area * area]);
    }

    /** The same of maps that have become smaller. */
    Scaled pooled(Shape from, Shape to) {
        int area = from.height() * from.width();
        int smaller = to.height() * to.width();
        return new Scaled(
                IntStream.range(0, to.units())
                        .mapToDouble(i -> factors[i / smaller * area])
                        .toArray(),
                IntStream.range(0, to.units())
                        .mapToDouble(i -> summands[i / smaller * area])
                        .toArray());
    }
}

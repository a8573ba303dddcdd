package lenet.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where values lie on an axis, and what is written beside it.
 *
 * @param low value at the axis's start, below {@code high}
 * @param values every value that occurs, once, ascending
 */
record AxisScale(RunAxis axis, double low, double high, List<Double> values) {

    /** Values may be missing (NaN); an axis without any is 0 … 1 long. */
    static AxisScale of(RunAxis axis, double... values) {
        List<Double> distinct = Arrays.stream(values)
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .boxed()
                .toList();
        if (!axis.words().isEmpty()) {
            // Half a step beyond the outer words, so that they stand off the ends.
            return new AxisScale(axis, -0.5, axis.words().size() - 0.5, distinct);
        }
        if (distinct.isEmpty()) {
            return new AxisScale(RunAxis.ofNumbers(axis.name(), false), 0, 1, distinct);
        }
        double low = distinct.get(0);
        double high = distinct.get(distinct.size() - 1);
        if (low < high) {
            return new AxisScale(axis, low, high, distinct);
        }
        if (axis.logarithmic()) {
            return new AxisScale(axis, low / 2, high * 2, distinct);
        }
        double around = low == 0 ? 0.5 : Math.abs(low) / 2;
        return new AxisScale(axis, low - around, high + around, distinct);
    }

    /** Where {@code value} lies: 0 at the axis's start, 1 at its end. */
    double position(double value) {
        return axis.logarithmic() ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** A mark and its text. */
    record Tick(double position, String label) {}

    /**
     * The marks: every word, or every value where there are few, as in a grid, or else round numbers.
     *
     * @param gap least distance of two marks, as a share of the axis
     */
    List<Tick> ticks(double gap) {
        if (!axis.words().isEmpty()) {
            return IntStream.range(0, axis.words().size())
                    .mapToObj(word -> new Tick(position(word), axis.words().get(word)))
                    .toList();
        }
        List<Double> marked = !values.isEmpty() && values.size() <= 8 && standApart(values, gap)
                ? values
                : new RoundNumbers(low, high, axis.logarithmic()).within((int) Math.max(2, Math.min(7, 1 / gap)));
        return marked.stream()
                .map(value -> new Tick(position(value), RoundNumbers.text(value)))
                .toList();
    }

    private boolean standApart(List<Double> candidates, double gap) {
        return IntStream.range(1, candidates.size())
                .allMatch(i -> position(candidates.get(i)) - position(candidates.get(i - 1)) >= gap);
    }
}

package lenet.image;

import java.util.List;

/**
 * One run of a {@link RunComparison}.
 *
 * @param values its place on each axis, in their order; on an axis of words the word's number, from 0
 * @param score what came out; {@code NaN} where nothing did
 */
public record RunPoint(String name, List<Double> values, double score) {

    public RunPoint {
        values = List.copyOf(values);
    }

    boolean hasScore() {
        return Double.isFinite(score);
    }
}

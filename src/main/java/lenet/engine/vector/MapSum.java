package lenet.engine.vector;

import static lenet.engine.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The kernel of one picture's second convolution: vectors run along the maps, whose weights from one input are neighbours,
 * and ten positions of two rows are summed in registers.
 */
final class MapSum {

    /** Neighbouring columns at once. */
    static final int COLUMNS = 5;

    private MapSum() {}

    /**
     * A vector of maps at {@value #COLUMNS} columns of two rows.
     *
     * @param bias index in {@code weights} of the first map's bias
     * @param taps pairs of an offset in {@code in} and one in {@code weights}
     * @param at index in {@code in} of the first position; columns are neighbours, {@code row} leads to the row below
     * @param to index in {@code out} of the first position's maps; {@code toColumn} and {@code toRow} lead onwards
     */
    static void add(
            float[] weights,
            int bias,
            int[] taps,
            float[] in,
            int at,
            int row,
            float[] out,
            int to,
            int toColumn,
            int toRow) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, weights, bias);
        FloatVector a1 = FloatVector.fromArray(SPECIES, weights, bias);
        FloatVector a2 = FloatVector.fromArray(SPECIES, weights, bias);
        FloatVector a3 = FloatVector.fromArray(SPECIES, weights, bias);
        FloatVector a4 = FloatVector.fromArray(SPECIES, weights, bias);
        FloatVector b0 = FloatVector.fromArray(SPECIES, weights, bias);
        FloatVector b1 = FloatVector.fromArray(SPECIES, weights, bias);
        FloatVector b2 = FloatVector.fromArray(SPECIES, weights, bias);
        FloatVector b3 = FloatVector.fromArray(SPECIES, weights, bias);
        FloatVector b4 = FloatVector.fromArray(SPECIES, weights, bias);
        for (int k = 0; k < taps.length; k += 2) {
            int above = at + taps[k];
            int below = above + row;
            FloatVector w = FloatVector.fromArray(SPECIES, weights, bias + taps[k + 1]);
            a0 = w.fma(FloatVector.broadcast(SPECIES, in[above]), a0);
            a1 = w.fma(FloatVector.broadcast(SPECIES, in[above + 1]), a1);
            a2 = w.fma(FloatVector.broadcast(SPECIES, in[above + 2]), a2);
            a3 = w.fma(FloatVector.broadcast(SPECIES, in[above + 3]), a3);
            a4 = w.fma(FloatVector.broadcast(SPECIES, in[above + 4]), a4);
            b0 = w.fma(FloatVector.broadcast(SPECIES, in[below]), b0);
            b1 = w.fma(FloatVector.broadcast(SPECIES, in[below + 1]), b1);
            b2 = w.fma(FloatVector.broadcast(SPECIES, in[below + 2]), b2);
            b3 = w.fma(FloatVector.broadcast(SPECIES, in[below + 3]), b3);
            b4 = w.fma(FloatVector.broadcast(SPECIES, in[below + 4]), b4);
        }
        a0.intoArray(out, to);
        a1.intoArray(out, to + toColumn);
        a2.intoArray(out, to + 2 * toColumn);
        a3.intoArray(out, to + 3 * toColumn);
        a4.intoArray(out, to + 4 * toColumn);
        b0.intoArray(out, to + toRow);
        b1.intoArray(out, to + toRow + toColumn);
        b2.intoArray(out, to + toRow + 2 * toColumn);
        b3.intoArray(out, to + toRow + 3 * toColumn);
        b4.intoArray(out, to + toRow + 4 * toColumn);
    }
}

package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The kernel of a convolution's weight gradient: for a few maps {@code m} and {@value #TAPS} neighbouring taps {@code j}
 * of one kernel row, {@code sums[m][j] += Σₚ slope[m][p] · in[p + j]} over all positions {@code p}, each picture for
 * itself. The sums stay in registers over all positions: 20 of them for four maps, 10 for two.
 */
final class TapGradient {

    /** Taps at once: a whole row of the paper's 5×5 kernels. A narrower row computes what nobody reads. */
    static final int TAPS = 5;

    private TapGradient() {}

    /**
     * Four maps.
     *
     * @param slopes slopes of the maps' positions; {@code at} is the first position of the first map, {@code toMap} leads
     *     to the next map
     * @param positions where each position's first tap lies in {@code in}, less {@code tap}
     * @param sums where the first map's sums are, sixteen values a tap; {@code sumsToMap} leads to the next map's
     * @param add whether {@code sums} holds something to add to
     */
    static void fourMaps(
            float[] slopes,
            int at,
            int toMap,
            float[] in,
            int tap,
            int[] positions,
            float[] sums,
            int to,
            int sumsToMap,
            boolean add) {
        FloatVector a0 = start(sums, to, add);
        FloatVector a1 = start(sums, to + BLOCK, add);
        FloatVector a2 = start(sums, to + 2 * BLOCK, add);
        FloatVector a3 = start(sums, to + 3 * BLOCK, add);
        FloatVector a4 = start(sums, to + 4 * BLOCK, add);
        FloatVector b0 = start(sums, to + sumsToMap, add);
        FloatVector b1 = start(sums, to + sumsToMap + BLOCK, add);
        FloatVector b2 = start(sums, to + sumsToMap + 2 * BLOCK, add);
        FloatVector b3 = start(sums, to + sumsToMap + 3 * BLOCK, add);
        FloatVector b4 = start(sums, to + sumsToMap + 4 * BLOCK, add);
        FloatVector c0 = start(sums, to + 2 * sumsToMap, add);
        FloatVector c1 = start(sums, to + 2 * sumsToMap + BLOCK, add);
        FloatVector c2 = start(sums, to + 2 * sumsToMap + 2 * BLOCK, add);
        FloatVector c3 = start(sums, to + 2 * sumsToMap + 3 * BLOCK, add);
        FloatVector c4 = start(sums, to + 2 * sumsToMap + 4 * BLOCK, add);
        FloatVector d0 = start(sums, to + 3 * sumsToMap, add);
        FloatVector d1 = start(sums, to + 3 * sumsToMap + BLOCK, add);
        FloatVector d2 = start(sums, to + 3 * sumsToMap + 2 * BLOCK, add);
        FloatVector d3 = start(sums, to + 3 * sumsToMap + 3 * BLOCK, add);
        FloatVector d4 = start(sums, to + 3 * sumsToMap + 4 * BLOCK, add);
        for (int p = 0; p < positions.length; p++) {
            int i = tap + positions[p];
            int s = at + BLOCK * p;
            FloatVector sa = FloatVector.fromArray(SPECIES, slopes, s);
            FloatVector sb = FloatVector.fromArray(SPECIES, slopes, s + toMap);
            FloatVector sc = FloatVector.fromArray(SPECIES, slopes, s + 2 * toMap);
            FloatVector sd = FloatVector.fromArray(SPECIES, slopes, s + 3 * toMap);
            FloatVector x0 = FloatVector.fromArray(SPECIES, in, i);
            a0 = x0.fma(sa, a0);
            b0 = x0.fma(sb, b0);
            c0 = x0.fma(sc, c0);
            d0 = x0.fma(sd, d0);
            FloatVector x1 = FloatVector.fromArray(SPECIES, in, i + BLOCK);
            a1 = x1.fma(sa, a1);
            b1 = x1.fma(sb, b1);
            c1 = x1.fma(sc, c1);
            d1 = x1.fma(sd, d1);
            FloatVector x2 = FloatVector.fromArray(SPECIES, in, i + 2 * BLOCK);
            a2 = x2.fma(sa, a2);
            b2 = x2.fma(sb, b2);
            c2 = x2.fma(sc, c2);
            d2 = x2.fma(sd, d2);
            FloatVector x3 = FloatVector.fromArray(SPECIES, in, i + 3 * BLOCK);
            a3 = x3.fma(sa, a3);
            b3 = x3.fma(sb, b3);
            c3 = x3.fma(sc, c3);
            d3 = x3.fma(sd, d3);
            FloatVector x4 = FloatVector.fromArray(SPECIES, in, i + 4 * BLOCK);
            a4 = x4.fma(sa, a4);
            b4 = x4.fma(sb, b4);
            c4 = x4.fma(sc, c4);
            d4 = x4.fma(sd, d4);
        }
        a0.intoArray(sums, to);
        a1.intoArray(sums, to + BLOCK);
        a2.intoArray(sums, to + 2 * BLOCK);
        a3.intoArray(sums, to + 3 * BLOCK);
        a4.intoArray(sums, to + 4 * BLOCK);
        b0.intoArray(sums, to + sumsToMap);
        b1.intoArray(sums, to + sumsToMap + BLOCK);
        b2.intoArray(sums, to + sumsToMap + 2 * BLOCK);
        b3.intoArray(sums, to + sumsToMap + 3 * BLOCK);
        b4.intoArray(sums, to + sumsToMap + 4 * BLOCK);
        c0.intoArray(sums, to + 2 * sumsToMap);
        c1.intoArray(sums, to + 2 * sumsToMap + BLOCK);
        c2.intoArray(sums, to + 2 * sumsToMap + 2 * BLOCK);
        c3.intoArray(sums, to + 2 * sumsToMap + 3 * BLOCK);
        c4.intoArray(sums, to + 2 * sumsToMap + 4 * BLOCK);
        d0.intoArray(sums, to + 3 * sumsToMap);
        d1.intoArray(sums, to + 3 * sumsToMap + BLOCK);
        d2.intoArray(sums, to + 3 * sumsToMap + 2 * BLOCK);
        d3.intoArray(sums, to + 3 * sumsToMap + 3 * BLOCK);
        d4.intoArray(sums, to + 3 * sumsToMap + 4 * BLOCK);
    }

    /** Two maps; the parameters are those of {@link #fourMaps}. */
    static void twoMaps(
            float[] slopes,
            int at,
            int toMap,
            float[] in,
            int tap,
            int[] positions,
            float[] sums,
            int to,
            int sumsToMap,
            boolean add) {
        FloatVector a0 = start(sums, to, add);
        FloatVector a1 = start(sums, to + BLOCK, add);
        FloatVector a2 = start(sums, to + 2 * BLOCK, add);
        FloatVector a3 = start(sums, to + 3 * BLOCK, add);
        FloatVector a4 = start(sums, to + 4 * BLOCK, add);
        FloatVector b0 = start(sums, to + sumsToMap, add);
        FloatVector b1 = start(sums, to + sumsToMap + BLOCK, add);
        FloatVector b2 = start(sums, to + sumsToMap + 2 * BLOCK, add);
        FloatVector b3 = start(sums, to + sumsToMap + 3 * BLOCK, add);
        FloatVector b4 = start(sums, to + sumsToMap + 4 * BLOCK, add);
        for (int p = 0; p < positions.length; p++) {
            int i = tap + positions[p];
            int s = at + BLOCK * p;
            FloatVector sa = FloatVector.fromArray(SPECIES, slopes, s);
            FloatVector sb = FloatVector.fromArray(SPECIES, slopes, s + toMap);
            FloatVector x0 = FloatVector.fromArray(SPECIES, in, i);
            a0 = x0.fma(sa, a0);
            b0 = x0.fma(sb, b0);
            FloatVector x1 = FloatVector.fromArray(SPECIES, in, i + BLOCK);
            a1 = x1.fma(sa, a1);
            b1 = x1.fma(sb, b1);
            FloatVector x2 = FloatVector.fromArray(SPECIES, in, i + 2 * BLOCK);
            a2 = x2.fma(sa, a2);
            b2 = x2.fma(sb, b2);
            FloatVector x3 = FloatVector.fromArray(SPECIES, in, i + 3 * BLOCK);
            a3 = x3.fma(sa, a3);
            b3 = x3.fma(sb, b3);
            FloatVector x4 = FloatVector.fromArray(SPECIES, in, i + 4 * BLOCK);
            a4 = x4.fma(sa, a4);
            b4 = x4.fma(sb, b4);
        }
        a0.intoArray(sums, to);
        a1.intoArray(sums, to + BLOCK);
        a2.intoArray(sums, to + 2 * BLOCK);
        a3.intoArray(sums, to + 3 * BLOCK);
        a4.intoArray(sums, to + 4 * BLOCK);
        b0.intoArray(sums, to + sumsToMap);
        b1.intoArray(sums, to + sumsToMap + BLOCK);
        b2.intoArray(sums, to + sumsToMap + 2 * BLOCK);
        b3.intoArray(sums, to + sumsToMap + 3 * BLOCK);
        b4.intoArray(sums, to + sumsToMap + 4 * BLOCK);
    }

    private static FloatVector start(float[] sums, int at, boolean add) {
        return add ? FloatVector.fromArray(SPECIES, sums, at) : FloatVector.zero(SPECIES);
    }
}

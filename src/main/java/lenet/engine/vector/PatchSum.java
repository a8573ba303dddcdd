package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The kernel of a convolution's forward pass and of its input slopes: weighted sums over taps, for a patch of 2×2
 * neighbouring positions and a few maps at once.
 *
 * <p>For each map {@code m} and each position {@code p} of the patch, {@code out[m][p] = bias[m] + Σₖ weight[k][m] ·
 * in[p + tap[k]]}. {@code taps} holds two numbers a tap: its offset in {@code in}, and that of its weights. The sums
 * stay in registers over all taps: 24 of them for six maps, which takes the 32 registers of AVX-512 and NEON, 8 for two
 * maps, which is for the rest of the maps and for machines with 16 registers.
 *
 * <p>The variables are written out because an array of vectors would live in memory.
 */
final class PatchSum {

    /** Whether six maps at once fit into this machine's registers. */
    private static final boolean WIDE = Lanes.REGISTERS >= 32;

    private PatchSum() {}

    /**
     * All maps of a patch, some at a time. Where their number is odd, the last two are summed once more; a single map
     * takes a second one along, of padding.
     *
     * @param maps number of maps; their weights from one tap are neighbours
     * @param first index in {@code weights} of the first map's bias, to which the taps' second numbers are added for the
     *     weights
     * @param at index of the patch's first position in {@code in}; {@code row} leads to the position below
     * @param to index of the patch's first position in {@code out}; {@code toRow} leads to the position below,
     *     {@code toMap} to the next map
     */
    static void allMaps(
            int maps,
            float[] weights,
            int first,
            int[] taps,
            float[] in,
            int at,
            int row,
            float[] out,
            int to,
            int toRow,
            int toMap) {
        int map = 0;
        for (; WIDE && map + 6 <= maps; map += 6) {
            sixMaps(weights, first + map, taps, in, at, row, out, to + map * toMap, toRow, toMap);
        }
        for (; map < maps; map += 2) {
            int last = Math.max(0, Math.min(map, maps - 2));
            twoMaps(weights, first + last, taps, in, at, row, out, to + last * toMap, toRow, toMap);
        }
    }

    private static void sixMaps(
            float[] weights,
            int first,
            int[] taps,
            float[] in,
            int at,
            int row,
            float[] out,
            int to,
            int toRow,
            int toMap) {
        FloatVector a0 = FloatVector.broadcast(SPECIES, weights[first]);
        FloatVector a1 = FloatVector.broadcast(SPECIES, weights[first]);
        FloatVector a2 = FloatVector.broadcast(SPECIES, weights[first]);
        FloatVector a3 = FloatVector.broadcast(SPECIES, weights[first]);
        FloatVector b0 = FloatVector.broadcast(SPECIES, weights[first + 1]);
        FloatVector b1 = FloatVector.broadcast(SPECIES, weights[first + 1]);
        FloatVector b2 = FloatVector.broadcast(SPECIES, weights[first + 1]);
        FloatVector b3 = FloatVector.broadcast(SPECIES, weights[first + 1]);
        FloatVector c0 = FloatVector.broadcast(SPECIES, weights[first + 2]);
        FloatVector c1 = FloatVector.broadcast(SPECIES, weights[first + 2]);
        FloatVector c2 = FloatVector.broadcast(SPECIES, weights[first + 2]);
        FloatVector c3 = FloatVector.broadcast(SPECIES, weights[first + 2]);
        FloatVector d0 = FloatVector.broadcast(SPECIES, weights[first + 3]);
        FloatVector d1 = FloatVector.broadcast(SPECIES, weights[first + 3]);
        FloatVector d2 = FloatVector.broadcast(SPECIES, weights[first + 3]);
        FloatVector d3 = FloatVector.broadcast(SPECIES, weights[first + 3]);
        FloatVector e0 = FloatVector.broadcast(SPECIES, weights[first + 4]);
        FloatVector e1 = FloatVector.broadcast(SPECIES, weights[first + 4]);
        FloatVector e2 = FloatVector.broadcast(SPECIES, weights[first + 4]);
        FloatVector e3 = FloatVector.broadcast(SPECIES, weights[first + 4]);
        FloatVector f0 = FloatVector.broadcast(SPECIES, weights[first + 5]);
        FloatVector f1 = FloatVector.broadcast(SPECIES, weights[first + 5]);
        FloatVector f2 = FloatVector.broadcast(SPECIES, weights[first + 5]);
        FloatVector f3 = FloatVector.broadcast(SPECIES, weights[first + 5]);
        for (int k = 0; k < taps.length; k += 2) {
            int above = at + taps[k];
            int below = above + row;
            int w = first + taps[k + 1];
            FloatVector x0 = FloatVector.fromArray(SPECIES, in, above);
            FloatVector x1 = FloatVector.fromArray(SPECIES, in, above + BLOCK);
            FloatVector x2 = FloatVector.fromArray(SPECIES, in, below);
            FloatVector x3 = FloatVector.fromArray(SPECIES, in, below + BLOCK);
            FloatVector wa = FloatVector.broadcast(SPECIES, weights[w]);
            a0 = x0.fma(wa, a0);
            a1 = x1.fma(wa, a1);
            a2 = x2.fma(wa, a2);
            a3 = x3.fma(wa, a3);
            FloatVector wb = FloatVector.broadcast(SPECIES, weights[w + 1]);
            b0 = x0.fma(wb, b0);
            b1 = x1.fma(wb, b1);
            b2 = x2.fma(wb, b2);
            b3 = x3.fma(wb, b3);
            FloatVector wc = FloatVector.broadcast(SPECIES, weights[w + 2]);
            c0 = x0.fma(wc, c0);
            c1 = x1.fma(wc, c1);
            c2 = x2.fma(wc, c2);
            c3 = x3.fma(wc, c3);
            FloatVector wd = FloatVector.broadcast(SPECIES, weights[w + 3]);
            d0 = x0.fma(wd, d0);
            d1 = x1.fma(wd, d1);
            d2 = x2.fma(wd, d2);
            d3 = x3.fma(wd, d3);
            FloatVector we = FloatVector.broadcast(SPECIES, weights[w + 4]);
            e0 = x0.fma(we, e0);
            e1 = x1.fma(we, e1);
            e2 = x2.fma(we, e2);
            e3 = x3.fma(we, e3);
            FloatVector wf = FloatVector.broadcast(SPECIES, weights[w + 5]);
            f0 = x0.fma(wf, f0);
            f1 = x1.fma(wf, f1);
            f2 = x2.fma(wf, f2);
            f3 = x3.fma(wf, f3);
        }
        a0.intoArray(out, to);
        a1.intoArray(out, to + BLOCK);
        a2.intoArray(out, to + toRow);
        a3.intoArray(out, to + toRow + BLOCK);
        b0.intoArray(out, to + toMap);
        b1.intoArray(out, to + toMap + BLOCK);
        b2.intoArray(out, to + toMap + toRow);
        b3.intoArray(out, to + toMap + toRow + BLOCK);
        c0.intoArray(out, to + 2 * toMap);
        c1.intoArray(out, to + 2 * toMap + BLOCK);
        c2.intoArray(out, to + 2 * toMap + toRow);
        c3.intoArray(out, to + 2 * toMap + toRow + BLOCK);
        d0.intoArray(out, to + 3 * toMap);
        d1.intoArray(out, to + 3 * toMap + BLOCK);
        d2.intoArray(out, to + 3 * toMap + toRow);
        d3.intoArray(out, to + 3 * toMap + toRow + BLOCK);
        e0.intoArray(out, to + 4 * toMap);
        e1.intoArray(out, to + 4 * toMap + BLOCK);
        e2.intoArray(out, to + 4 * toMap + toRow);
        e3.intoArray(out, to + 4 * toMap + toRow + BLOCK);
        f0.intoArray(out, to + 5 * toMap);
        f1.intoArray(out, to + 5 * toMap + BLOCK);
        f2.intoArray(out, to + 5 * toMap + toRow);
        f3.intoArray(out, to + 5 * toMap + toRow + BLOCK);
    }

    private static void twoMaps(
            float[] weights,
            int first,
            int[] taps,
            float[] in,
            int at,
            int row,
            float[] out,
            int to,
            int toRow,
            int toMap) {
        FloatVector a0 = FloatVector.broadcast(SPECIES, weights[first]);
        FloatVector a1 = FloatVector.broadcast(SPECIES, weights[first]);
        FloatVector a2 = FloatVector.broadcast(SPECIES, weights[first]);
        FloatVector a3 = FloatVector.broadcast(SPECIES, weights[first]);
        FloatVector b0 = FloatVector.broadcast(SPECIES, weights[first + 1]);
        FloatVector b1 = FloatVector.broadcast(SPECIES, weights[first + 1]);
        FloatVector b2 = FloatVector.broadcast(SPECIES, weights[first + 1]);
        FloatVector b3 = FloatVector.broadcast(SPECIES, weights[first + 1]);
        for (int k = 0; k < taps.length; k += 2) {
            int above = at + taps[k];
            int below = above + row;
            int w = first + taps[k + 1];
            FloatVector x0 = FloatVector.fromArray(SPECIES, in, above);
            FloatVector x1 = FloatVector.fromArray(SPECIES, in, above + BLOCK);
            FloatVector x2 = FloatVector.fromArray(SPECIES, in, below);
            FloatVector x3 = FloatVector.fromArray(SPECIES, in, below + BLOCK);
            FloatVector wa = FloatVector.broadcast(SPECIES, weights[w]);
            a0 = x0.fma(wa, a0);
            a1 = x1.fma(wa, a1);
            a2 = x2.fma(wa, a2);
            a3 = x3.fma(wa, a3);
            FloatVector wb = FloatVector.broadcast(SPECIES, weights[w + 1]);
            b0 = x0.fma(wb, b0);
            b1 = x1.fma(wb, b1);
            b2 = x2.fma(wb, b2);
            b3 = x3.fma(wb, b3);
        }
        a0.intoArray(out, to);
        a1.intoArray(out, to + BLOCK);
        a2.intoArray(out, to + toRow);
        a3.intoArray(out, to + toRow + BLOCK);
        b0.intoArray(out, to + toMap);
        b1.intoArray(out, to + toMap + BLOCK);
        b2.intoArray(out, to + toMap + toRow);
        b3.intoArray(out, to + toMap + toRow + BLOCK);
    }
}

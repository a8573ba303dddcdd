package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.LENGTH;
import static lenet.engine.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** The kernels of a dense layer. Each keeps eight sums in registers, as many as
 * two multipliers need to stay busy. */
final class DenseKernel {

    /** Neighbouring units, or inputs, at once; divides {@link Lanes#BLOCK}. */
    static final int UNITS = 8;

    private DenseKernel() {}

    /**
     * The weighted sums of {@value #UNITS} neighbouring units, {@code out[u] = biasᵤ + Σᵢ weight[i][u] · in[i]}.
     *
     * @param bias index of the first unit's bias; its weights lie below, {@code stride} values apart
     */
    static void forward(float[] weights, int bias, int stride, float[] in, int inputs, float[] out, int to) {
        for (int lane = 0; lane < BLOCK; lane += LENGTH) {
            forwardLanes(weights, bias, bias + stride, stride, in, lane, inputs, out, to + lane);
        }
    }

    private static void forwardLanes(
            float[] weights, int bias, int weight, int stride, float[] in, int lane, int inputs, float[] out, int to) {
        FloatVector a = FloatVector.broadcast(SPECIES, weights[bias]);
        FloatVector b = FloatVector.broadcast(SPECIES, weights[bias + 1]);
        FloatVector c = FloatVector.broadcast(SPECIES, weights[bias + 2]);
        FloatVector d = FloatVector.broadcast(SPECIES, weights[bias + 3]);
        FloatVector e = FloatVector.broadcast(SPECIES, weights[bias + 4]);
        FloatVector f = FloatVector.broadcast(SPECIES, weights[bias + 5]);
        FloatVector g = FloatVector.broadcast(SPECIES, weights[bias + 6]);
        FloatVector h = FloatVector.broadcast(SPECIES, weights[bias + 7]);
        for (int i = 0; i < inputs; i++) {
            int w = weight + i * stride;
            FloatVector x = FloatVector.fromArray(SPECIES, in, lane + BLOCK * i);
            a = x.fma(FloatVector.broadcast(SPECIES, weights[w]), a);
            b = x.fma(FloatVector.broadcast(SPECIES, weights[w + 1]), b);
            c = x.fma(FloatVector.broadcast(SPECIES, weights[w + 2]), c);
            d = x.fma(FloatVector.broadcast(SPECIES, weights[w + 3]), d);
            e = x.fma(FloatVector.broadcast(SPECIES, weights[w + 4]), e);
            f = x.fma(FloatVector.broadcast(SPECIES, weights[w + 5]), f);
            g = x.fma(FloatVector.broadcast(SPECIES, weights[w + 6]), g);
            h = x.fma(FloatVector.broadcast(SPECIES, weights[w + 7]), h);
        }
        a.intoArray(out, to);
        b.intoArray(out, to + BLOCK);
        c.intoArray(out, to + 2 * BLOCK);
        d.intoArray(out, to + 3 * BLOCK);
        e.intoArray(out, to + 4 * BLOCK);
        f.intoArray(out, to + 5 * BLOCK);
        g.intoArray(out, to + 6 * BLOCK);
        h.intoArray(out, to + 7 * BLOCK);
    }

    /**
     * The slopes of four neighbouring inputs, {@code out[i] = Σᵤ weight[i][u] · slope[u]}. Even and odd units are summed
     * apart, for two independent chains of additions an input.
     *
     * @param weight index of the first input's weight to unit 0
     * @param units number of units, rounded up to an even number; weights to units that are not there are zero
     */
    static void backward(float[] weights, int weight, int stride, float[] slopes, int units, float[] out, int to) {
        for (int lane = 0; lane < BLOCK; lane += LENGTH) {
            backwardLanes(weights, weight, stride, slopes, lane, units, out, to + lane);
        }
    }

    private static void backwardLanes(
            float[] weights, int weight, int stride, float[] slopes, int lane, int units, float[] out, int to) {
        FloatVector aEven = FloatVector.zero(SPECIES);
        FloatVector aOdd = FloatVector.zero(SPECIES);
        FloatVector bEven = FloatVector.zero(SPECIES);
        FloatVector bOdd = FloatVector.zero(SPECIES);
        FloatVector cEven = FloatVector.zero(SPECIES);
        FloatVector cOdd = FloatVector.zero(SPECIES);
        FloatVector dEven = FloatVector.zero(SPECIES);
        FloatVector dOdd = FloatVector.zero(SPECIES);
        for (int unit = 0; unit < units; unit += 2) {
            int wa = weight + unit;
            int wb = wa + stride;
            int wc = wb + stride;
            int wd = wc + stride;
            FloatVector even = FloatVector.fromArray(SPECIES, slopes, lane + BLOCK * unit);
            aEven = even.fma(FloatVector.broadcast(SPECIES, weights[wa]), aEven);
            bEven = even.fma(FloatVector.broadcast(SPECIES, weights[wb]), bEven);
            cEven = even.fma(FloatVector.broadcast(SPECIES, weights[wc]), cEven);
            dEven = even.fma(FloatVector.broadcast(SPECIES, weights[wd]), dEven);
            FloatVector odd = FloatVector.fromArray(SPECIES, slopes, lane + BLOCK * unit + BLOCK);
            aOdd = odd.fma(FloatVector.broadcast(SPECIES, weights[wa + 1]), aOdd);
            bOdd = odd.fma(FloatVector.broadcast(SPECIES, weights[wb + 1]), bOdd);
            cOdd = odd.fma(FloatVector.broadcast(SPECIES, weights[wc + 1]), cOdd);
            dOdd = odd.fma(FloatVector.broadcast(SPECIES, weights[wd + 1]), dOdd);
        }
        aEven.add(aOdd).intoArray(out, to);
        bEven.add(bOdd).intoArray(out, to + BLOCK);
        cEven.add(cOdd).intoArray(out, to + 2 * BLOCK);
        dEven.add(dOdd).intoArray(out, to + 3 * BLOCK);
    }

    /**
     * The gradient of the weights from four neighbouring inputs to two vectors of units, {@code gradient[i][u] += Σ in[i] ·
     * slope[u]} over the block's pictures. Vectors run along the units here, so the slopes come transposed.
     *
     * @param turned slopes {@code [picture][unit]}, {@code stride} units a picture
     * @param unit first unit of the first vector, {@code other} that of the second; they may be the same
     * @param at index in {@code in} of the first input
     * @param to index of the weight from the first input to unit 0
     * @param add whether {@code gradient} holds something to add to
     */
    static void gradient(
            float[] turned,
            int unit,
            int other,
            int stride,
            float[] in,
            int at,
            float[] gradient,
            int to,
            boolean add) {
        int first = to + unit;
        int second = to + other;
        FloatVector a0 = start(gradient, first, add);
        FloatVector a1 = start(gradient, second, add);
        FloatVector b0 = start(gradient, first + stride, add);
        FloatVector b1 = start(gradient, second + stride, add);
        FloatVector c0 = start(gradient, first + 2 * stride, add);
        FloatVector c1 = start(gradient, second + 2 * stride, add);
        FloatVector d0 = start(gradient, first + 3 * stride, add);
        FloatVector d1 = start(gradient, second + 3 * stride, add);
        for (int picture = 0; picture < BLOCK; picture++) {
            int x = at + picture;
            FloatVector s0 = FloatVector.fromArray(SPECIES, turned, unit + picture * stride);
            FloatVector s1 = FloatVector.fromArray(SPECIES, turned, other + picture * stride);
            FloatVector xa = FloatVector.broadcast(SPECIES, in[x]);
            a0 = s0.fma(xa, a0);
            a1 = s1.fma(xa, a1);
            FloatVector xb = FloatVector.broadcast(SPECIES, in[x + BLOCK]);
            b0 = s0.fma(xb, b0);
            b1 = s1.fma(xb, b1);
            FloatVector xc = FloatVector.broadcast(SPECIES, in[x + 2 * BLOCK]);
            c0 = s0.fma(xc, c0);
            c1 = s1.fma(xc, c1);
            FloatVector xd = FloatVector.broadcast(SPECIES, in[x + 3 * BLOCK]);
            d0 = s0.fma(xd, d0);
            d1 = s1.fma(xd, d1);
        }
        a0.intoArray(gradient, first);
        a1.intoArray(gradient, second);
        b0.intoArray(gradient, first + stride);
        b1.intoArray(gradient, second + stride);
        c0.intoArray(gradient, first + 2 * stride);
        c1.intoArray(gradient, second + 2 * stride);
        d0.intoArray(gradient, first + 3 * stride);
        d1.intoArray(gradient, second + 3 * stride);
    }

    private static FloatVector start(float[] sums, int at, boolean add) {
        return add ? FloatVector.fromArray(SPECIES, sums, at) : FloatVector.zero(SPECIES);
    }
}

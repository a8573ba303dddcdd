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
     * The gradient of the weights from four neighbouring inputs to a vector of units, {@code gradient[i][u] += Σ in[i] ·
     * slope[u]} over the block's pictures, even and odd ones apart. Vectors run along the units here, so the slopes come
     * transposed.
     *
     * @param turned slopes {@code [picture][unit]}, {@code stride} units a picture; {@code unit} is the first of the vector
     * @param at index in {@code in} of the first input
     * @param to index of the weight from the first input to the vector's first unit
     * @param add whether {@code gradient} holds something to add to
     */
    static void gradient(
            float[] turned, int unit, int stride, float[] in, int at, float[] gradient, int to, boolean add) {
        FloatVector aEven = start(gradient, to, add);
        FloatVector aOdd = FloatVector.zero(SPECIES);
        FloatVector bEven = start(gradient, to + stride, add);
        FloatVector bOdd = FloatVector.zero(SPECIES);
        FloatVector cEven = start(gradient, to + 2 * stride, add);
        FloatVector cOdd = FloatVector.zero(SPECIES);
        FloatVector dEven = start(gradient, to + 3 * stride, add);
        FloatVector dOdd = FloatVector.zero(SPECIES);
        for (int picture = 0; picture < BLOCK; picture += 2) {
            int x = at + picture;
            int s = unit + picture * stride;
            FloatVector even = FloatVector.fromArray(SPECIES, turned, s);
            aEven = even.fma(FloatVector.broadcast(SPECIES, in[x]), aEven);
            bEven = even.fma(FloatVector.broadcast(SPECIES, in[x + BLOCK]), bEven);
            cEven = even.fma(FloatVector.broadcast(SPECIES, in[x + 2 * BLOCK]), cEven);
            dEven = even.fma(FloatVector.broadcast(SPECIES, in[x + 3 * BLOCK]), dEven);
            FloatVector odd = FloatVector.fromArray(SPECIES, turned, s + stride);
            aOdd = odd.fma(FloatVector.broadcast(SPECIES, in[x + 1]), aOdd);
            bOdd = odd.fma(FloatVector.broadcast(SPECIES, in[x + BLOCK + 1]), bOdd);
            cOdd = odd.fma(FloatVector.broadcast(SPECIES, in[x + 2 * BLOCK + 1]), cOdd);
            dOdd = odd.fma(FloatVector.broadcast(SPECIES, in[x + 3 * BLOCK + 1]), dOdd);
        }
        aEven.add(aOdd).intoArray(gradient, to);
        bEven.add(bOdd).intoArray(gradient, to + stride);
        cEven.add(cOdd).intoArray(gradient, to + 2 * stride);
        dEven.add(dOdd).intoArray(gradient, to + 3 * stride);
    }

    private static FloatVector start(float[] sums, int at, boolean add) {
        return add ? FloatVector.fromArray(SPECIES, sums, at) : FloatVector.zero(SPECIES);
    }
}

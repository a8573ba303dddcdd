package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.LENGTH;
import static lenet.engine.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import lenet.network.Codes;

/** The paper's output: the negative squared distance from each class's code (section II-B). Nothing learns here. */
final class RadialBasisLayer implements BlockLayer {

    private final float[] codes;
    private final int classes;
    private final int length;

    RadialBasisLayer(Codes codes) {
        this.codes = codes.toArray();
        this.classes = codes.classes();
        this.length = codes.length();
    }

    @Override
    public void forward(float[] parameters, Activations in, Activations out) {
        for (int lane = 0; lane < BLOCK; lane += LENGTH) {
            for (int c = 0; c < classes; c++) {
                FloatVector sum = FloatVector.zero(SPECIES);
                for (int i = 0; i < length; i++) {
                    FloatVector way = way(in, i, c, lane);
                    sum = way.neg().fma(way, sum);
                }
                sum.intoArray(out.values(), c * BLOCK + lane);
            }
        }
    }

    @Override
    public void backward(float[] parameters, Activations in, Activations out, GradientShard shard, float[] scratch) {
        for (int lane = 0; lane < BLOCK; lane += LENGTH) {
            for (int i = 0; i < length; i++) {
                FloatVector sum = FloatVector.zero(SPECIES);
                for (int c = 0; c < classes; c++) {
                    FloatVector slope = FloatVector.fromArray(SPECIES, out.slopes(), c * BLOCK + lane);
                    sum = way(in, i, c, lane).mul(-2).fma(slope, sum);
                }
                sum.intoArray(in.slopes(), i * BLOCK + lane);
            }
        }
    }

    /** Of the logits' own second derivatives, and of the slopes, for a squared distance is curved itself. */
    @Override
    public void curvature(
            float[] squared,
            Activations in,
            Activations out,
            float[] inCurvature,
            float[] outCurvature,
            GradientShard shard,
            float[] scratch) {
        for (int lane = 0; lane < BLOCK; lane += LENGTH) {
            for (int i = 0; i < length; i++) {
                FloatVector sum = FloatVector.zero(SPECIES);
                for (int c = 0; c < classes; c++) {
                    FloatVector way = way(in, i, c, lane).mul(2);
                    FloatVector twice = FloatVector.fromArray(SPECIES, outCurvature, c * BLOCK + lane);
                    FloatVector once = FloatVector.fromArray(SPECIES, out.slopes(), c * BLOCK + lane);
                    sum = way.mul(way).fma(twice, sum);
                    sum = once.mul(-2).add(sum);
                }
                sum.max(0).intoArray(inCurvature, i * BLOCK + lane);
            }
        }
    }

    private FloatVector way(Activations in, int i, int c, int lane) {
        return FloatVector.fromArray(SPECIES, in.values(), i * BLOCK + lane).sub(codes[c * length + i]);
    }
}

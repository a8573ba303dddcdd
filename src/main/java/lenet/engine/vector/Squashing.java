package lenet.engine.vector;

import static lenet.engine.vector.Lanes.LENGTH;
import static lenet.engine.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import lenet.network.Activation;

/** An activation over neighbouring values, and its slope, which follows from the value itself. */
interface Squashing {

    /** Replaces the weighted sums {@code [from, to)} by their activations. */
    void squash(float[] values, int from, int to);

    /** Multiplies the slopes {@code [from, to)} by the activation's slope where its value is {@code values}. */
    void multiplySlope(float[] values, float[] slopes, int from, int to);

    /** The kernel of an activation. */
    static Squashing of(Activation activation) {
        return switch (activation) {
            case TANH -> new Tanh();
            case SCALED_TANH -> new ScaledTanh();
            case RELU -> new Relu();
            case IDENTITY -> new Identity();
        };
    }

    /** {@code tanh(x)}, of slope {@code 1 − y²}. */
    record Tanh() implements Squashing {

        @Override
        public void squash(float[] values, int from, int to) {
            for (int i = from; i < to; i += LENGTH) {
                RationalTanh.of(FloatVector.fromArray(SPECIES, values, i)).intoArray(values, i);
            }
        }

        @Override
        public void multiplySlope(float[] values, float[] slopes, int from, int to) {
            for (int i = from; i < to; i += LENGTH) {
                FloatVector y = FloatVector.fromArray(SPECIES, values, i);
                FloatVector slope = FloatVector.fromArray(SPECIES, slopes, i);
                slope.mul(y.neg().fma(y, FloatVector.broadcast(SPECIES, 1))).intoArray(slopes, i);
            }
        }
    }

    /** {@code 1.7159 · tanh(2x / 3)}, of slope {@code 2 / 3 · (1.7159 − y² / 1.7159)} (paper, appendix A). */
    record ScaledTanh() implements Squashing {

        private static final float AMPLITUDE = 1.7159f;
        private static final float STEEPNESS = 2f / 3f;

        @Override
        public void squash(float[] values, int from, int to) {
            for (int i = from; i < to; i += LENGTH) {
                FloatVector x = FloatVector.fromArray(SPECIES, values, i).mul(STEEPNESS);
                RationalTanh.of(x).mul(AMPLITUDE).intoArray(values, i);
            }
        }

        @Override
        public void multiplySlope(float[] values, float[] slopes, int from, int to) {
            for (int i = from; i < to; i += LENGTH) {
                FloatVector y = FloatVector.fromArray(SPECIES, values, i);
                FloatVector slope = FloatVector.fromArray(SPECIES, slopes, i);
                FloatVector atZero = FloatVector.broadcast(SPECIES, STEEPNESS * AMPLITUDE);
                slope.mul(y.mul(-STEEPNESS / AMPLITUDE).fma(y, atZero)).intoArray(slopes, i);
            }
        }
    }

    /** {@code max(0, x)}, of slope 0 at 0. NaN stays NaN. */
    record Relu() implements Squashing {

        @Override
        public void squash(float[] values, int from, int to) {
            for (int i = from; i < to; i += LENGTH) {
                FloatVector x = FloatVector.fromArray(SPECIES, values, i);
                x.blend(0f, x.compare(VectorOperators.LT, 0f)).intoArray(values, i);
            }
        }

        @Override
        public void multiplySlope(float[] values, float[] slopes, int from, int to) {
            for (int i = from; i < to; i += LENGTH) {
                FloatVector y = FloatVector.fromArray(SPECIES, values, i);
                FloatVector slope = FloatVector.fromArray(SPECIES, slopes, i);
                slope.blend(0f, y.compare(VectorOperators.LE, 0f)).intoArray(slopes, i);
            }
        }
    }

    /** The weighted sums themselves. */
    record Identity() implements Squashing {

        @Override
        public void squash(float[] values, int from, int to) {}

        @Override
        public void multiplySlope(float[] values, float[] slopes, int from, int to) {}
    }
}

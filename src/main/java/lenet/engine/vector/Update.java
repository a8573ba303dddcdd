package lenet.engine.vector;

import static lenet.engine.vector.Lanes.LENGTH;
import static lenet.engine.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import lenet.network.Optimiser;
import lenet.network.Optimiser.Adam;
import lenet.network.Optimiser.LevenbergMarquardt;
import lenet.network.Optimiser.Momentum;

/** Moves parameters by their gradient, as an optimiser's method says, and keeps its running values. */
interface Update {

    /** Prepares step number {@code step}, counted from 1, at {@code learningRate}. */
    void begin(long step, double learningRate);

    /** Moves the parameters {@code [from, to)}; threads share a step by ranges. */
    void move(float[] parameters, float[] gradient, int from, int to);

    /** The running values, one array a quantity, where the parameters lie. */
    float[][] state();

    /** Takes new second derivatives by the parameters. */
    default void curve(float[] curvature) {
        throw new UnsupportedOperationException("only Levenberg–Marquardt asks for second derivatives");
    }

    /** The update of {@code method} for {@code parameters} parameters. */
    static Update of(Optimiser.Method method, int parameters) {
        if (method instanceof Adam adam) {
            return new AdamUpdate(adam, parameters);
        }
        if (method instanceof LevenbergMarquardt damped) {
            return new LevenbergMarquardtUpdate(damped, parameters);
        }
        Momentum momentum = (Momentum) method;
        if (momentum.momentum() == 0) {
            return new PlainUpdate();
        }
        return new MomentumUpdate(momentum, parameters);
    }

    /** {@code w ← w − η · g}. */
    final class PlainUpdate implements Update {

        private float rate;

        @Override
        public void begin(long step, double learningRate) {
            rate = (float) learningRate;
        }

        @Override
        public void move(float[] parameters, float[] gradient, int from, int to) {
            FloatVector down = FloatVector.broadcast(SPECIES, -rate);
            for (int i = from; i < to; i += LENGTH) {
                FloatVector w = FloatVector.fromArray(SPECIES, parameters, i);
                FloatVector.fromArray(SPECIES, gradient, i).fma(down, w).intoArray(parameters, i);
            }
        }

        @Override
        public float[][] state() {
            return new float[0][];
        }
    }

    /** {@code v ← momentum · v − η · g}, then {@code w ← w + v}, or {@code w ← w + momentum · v − η · g}. */
    final class MomentumUpdate implements Update {

        private final float momentum;
        private final boolean nesterov;
        private final float[] velocity;
        private float rate;

        MomentumUpdate(Momentum method, int parameters) {
            this.momentum = (float) method.momentum();
            this.nesterov = method.nesterov();
            this.velocity = new float[parameters];
        }

        @Override
        public void begin(long step, double learningRate) {
            rate = (float) learningRate;
        }

        @Override
        public void move(float[] parameters, float[] gradient, int from, int to) {
            for (int i = from; i < to; i += LENGTH) {
                FloatVector w = FloatVector.fromArray(SPECIES, parameters, i);
                FloatVector down = FloatVector.fromArray(SPECIES, gradient, i).mul(-rate);
                FloatVector v = FloatVector.fromArray(SPECIES, velocity, i);
                FloatVector next = v.fma(FloatVector.broadcast(SPECIES, momentum), down);
                next.intoArray(velocity, i);
                FloatVector way = nesterov ? next.fma(FloatVector.broadcast(SPECIES, momentum), down) : next;
                w.add(way).intoArray(parameters, i);
            }
        }

        @Override
        public float[][] state() {
            return new float[][] {velocity};
        }
    }

    /** Adam with its correction folded into the rate. */
    final class AdamUpdate implements Update {

        private final Adam method;
        private final float[] mean;
        private final float[] meanSquare;
        private float rate;

        AdamUpdate(Adam method, int parameters) {
            this.method = method;
            this.mean = new float[parameters];
            this.meanSquare = new float[parameters];
        }

        @Override
        public void begin(long step, double learningRate) {
            double correction = Math.sqrt(1 - StrictMath.pow(method.beta2(), (double) step))
                    / (1 - StrictMath.pow(method.beta1(), (double) step));
            rate = (float) (learningRate * correction);
        }

        @Override
        public void move(float[] parameters, float[] gradient, int from, int to) {
            float beta1 = (float) method.beta1();
            float beta2 = (float) method.beta2();
            float rest1 = (float) (1 - method.beta1());
            float rest2 = (float) (1 - method.beta2());
            float epsilon = (float) method.epsilon();
            for (int i = from; i < to; i += LENGTH) {
                FloatVector g = FloatVector.fromArray(SPECIES, gradient, i);
                FloatVector m = FloatVector.fromArray(SPECIES, mean, i).mul(beta1);
                m = g.fma(FloatVector.broadcast(SPECIES, rest1), m);
                m.intoArray(mean, i);
                FloatVector v = FloatVector.fromArray(SPECIES, meanSquare, i).mul(beta2);
                v = g.mul(rest2).fma(g, v);
                v.intoArray(meanSquare, i);
                FloatVector way =
                        m.mul(-rate).div(v.lanewise(VectorOperators.SQRT).add(epsilon));
                FloatVector.fromArray(SPECIES, parameters, i).add(way).intoArray(parameters, i);
            }
        }

        @Override
        public float[][] state() {
            return new float[][] {mean, meanSquare};
        }
    }

    /** {@code w ← w − η / (damping + h) · g}, a rate for each parameter. */
    final class LevenbergMarquardtUpdate implements Update {

        private final float damping;
        private final float[] curvature;
        private float rate;

        LevenbergMarquardtUpdate(LevenbergMarquardt method, int parameters) {
            this.damping = (float) method.damping();
            this.curvature = new float[parameters];
        }

        @Override
        public void begin(long step, double learningRate) {
            rate = (float) learningRate;
        }

        @Override
        public void move(float[] parameters, float[] gradient, int from, int to) {
            for (int i = from; i < to; i += LENGTH) {
                FloatVector h = FloatVector.fromArray(SPECIES, curvature, i);
                FloatVector way =
                        FloatVector.fromArray(SPECIES, gradient, i).mul(-rate).div(h.add(damping));
                FloatVector.fromArray(SPECIES, parameters, i).add(way).intoArray(parameters, i);
            }
        }

        @Override
        public void curve(float[] found) {
            System.arraycopy(found, 0, curvature, 0, curvature.length);
        }

        @Override
        public float[][] state() {
            return new float[][] {curvature};
        }
    }
}

package lenet.testing;

import lenet.network.Optimiser;
import lenet.network.Optimiser.Adam;
import lenet.network.Optimiser.Momentum;

/** Moves values by their gradient as the optimiser's formula has it, each in double precision. */
final class FormulaDescent {

    private final Optimiser optimiser;
    private final int count;
    private final float[] state;

    /**
     * Continues from {@code state}.
     *
     * @param count number of values in all
     * @param state the optimiser's running values, empty before the first step
     */
    FormulaDescent(Optimiser optimiser, int count, float[] state) {
        this.optimiser = optimiser;
        this.count = count;
        this.state = state.length == 0 ? new float[optimiser.valuesPerParameter() * count] : state.clone();
    }

    /** Takes the values after step {@code step} into their average; before the first they are their average. */
    void average(float[] values, long step) {
        if (optimiser.averages()) {
            int from = averageAt();
            double decay = Math.min(optimiser.weightAveraging(), (1.0 + step) / (10.0 + step));
            for (int i = 0; i < count; i++) {
                state[from + i] = (float) (decay * state[from + i] + (1 - decay) * values[i]);
            }
        }
    }

    /** Begins the average with {@code values}. */
    void beginAverage(float[] values) {
        if (optimiser.averages()) {
            System.arraycopy(values, 0, state, averageAt(), count);
        }
    }

    private int averageAt() {
        return optimiser.method().valuesPerParameter() * count;
    }

    /** The running values; a copy. */
    float[] state() {
        return state.clone();
    }

    /** The factor by which a gradient is shortened. */
    double clipping(double[] gradient) {
        double squares = 0;
        for (double slope : gradient) {
            squares += slope * slope;
        }
        double length = Math.sqrt(squares);
        return length > optimiser.gradientClipping() ? optimiser.gradientClipping() / length : 1;
    }

    /** What is added to {@code value}, number {@code at} of all, in step {@code step}, counted from 1. */
    double way(long step, double learningRate, double slope, int at, float value, boolean weight) {
        double decay = weight ? learningRate * optimiser.weightDecay() * value : 0;
        double way = optimiser.method() instanceof Adam adam
                ? adam(adam, step, learningRate, slope, at)
                : momentum((Momentum) optimiser.method(), learningRate, slope, at);
        return way - decay;
    }

    private double momentum(Momentum method, double learningRate, double slope, int at) {
        double down = -learningRate * slope;
        if (method.valuesPerParameter() == 0) {
            return down;
        }
        double velocity = method.momentum() * state[at] + down;
        state[at] = (float) velocity;
        return method.nesterov() ? method.momentum() * velocity + down : velocity;
    }

    private double adam(Adam method, long step, double learningRate, double slope, int at) {
        double mean = method.beta1() * state[at] + (1 - method.beta1()) * slope;
        double square = method.beta2() * state[count + at] + (1 - method.beta2()) * slope * slope;
        state[at] = (float) mean;
        state[count + at] = (float) square;
        double rate = learningRate
                * Math.sqrt(1 - Math.pow(method.beta2(), (double) step))
                / (1 - Math.pow(method.beta1(), (double) step));
        return -rate * mean / (Math.sqrt(square) + method.epsilon());
    }
}

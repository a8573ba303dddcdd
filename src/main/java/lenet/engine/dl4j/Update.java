package lenet.engine.dl4j;

import java.util.List;
import lenet.network.Optimiser;
import lenet.network.Optimiser.Adam;
import lenet.network.Optimiser.Momentum;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;

/** Moves parameters by a whole gradient, as an optimiser's method says, and keeps its running values. */
interface Update {

    /**
     * Moves {@code parameters}, and uses {@code gradient} up.
     *
     * @param stepsBefore steps behind the network, without this one
     */
    void move(INDArray gradient, INDArray parameters, double learningRate, long stepsBefore);

    /** The running values, one array a quantity. */
    List<INDArray> values();

    /** The update of {@code method} for parameters of {@code shape}. */
    static Update of(Optimiser.Method method, long... shape) {
        if (method instanceof Adam adam) {
            return new AdamUpdate(adam, Nd4j.zeros(DataType.FLOAT, shape), Nd4j.zeros(DataType.FLOAT, shape));
        }
        if (!(method instanceof Momentum momentum)) {
            throw new IllegalArgumentException(
                    "Deeplearning4j has no second derivatives, and so no optimiser " + method);
        }
        return momentum.momentum() == 0
                ? new PlainUpdate()
                : new MomentumUpdate(momentum, Nd4j.zeros(DataType.FLOAT, shape));
    }

    /** {@code sum ← sum + factor · summand}. */
    static void add(double factor, INDArray summand, INDArray sum) {
        Nd4j.getBlasWrapper().level1().axpy(sum.length(), factor, summand, sum);
    }

    /** {@code w ← w − η · g}, rounded twice as {@link VelocityDescent} does. */
    record PlainUpdate() implements Update {

        @Override
        public void move(INDArray gradient, INDArray parameters, double learningRate, long stepsBefore) {
            add(1, gradient.muli(-learningRate), parameters);
        }

        @Override
        public List<INDArray> values() {
            return List.of();
        }
    }

    /** {@code v ← momentum · v − η · g}, then {@code w ← w + v}, or {@code w ← w + momentum · v − η · g}. */
    record MomentumUpdate(Momentum method, INDArray velocity) implements Update {

        @Override
        public void move(INDArray gradient, INDArray parameters, double learningRate, long stepsBefore) {
            velocity.muli(method.momentum());
            add(-learningRate, gradient, velocity);
            if (method.nesterov()) {
                gradient.muli(-learningRate);
                add(method.momentum(), velocity, gradient);
                add(1, gradient, parameters);
            } else {
                add(1, velocity, parameters);
            }
        }

        @Override
        public List<INDArray> values() {
            return List.of(velocity);
        }
    }

    /**
     * ND4J's own Adam, asked for a step of rate 1: at a rate of 0 it would take epsilon for the rate. It corrects its
     * moments in single precision.
     */
    record AdamUpdate(Adam method, INDArray mean, INDArray meanSquare) implements Update {

        public AdamUpdate {
            if ((float) method.beta1() == 1 || (float) method.beta2() == 1) {
                throw new IllegalArgumentException(
                        "Deeplearning4j has Adam in single precision, where beta1 and beta2 lie below 1, found "
                                + method);
            }
        }

        @Override
        public void move(INDArray gradient, INDArray parameters, double learningRate, long stepsBefore) {
            // Long before an int overflows both corrections are 1.
            int iteration = (int) Math.min(stepsBefore, Integer.MAX_VALUE - 1);
            Nd4j.exec(new AdamUpdater(
                    gradient, meanSquare, mean, 1, method.beta1(), method.beta2(), method.epsilon(), iteration));
            add(-learningRate, gradient, parameters);
        }

        @Override
        public List<INDArray> values() {
            return List.of(mean, meanSquare);
        }
    }
}

package lenet.training;

import lenet.network.Optimiser.Adam;
import lenet.network.Optimiser.Method;
import lenet.network.Optimiser.Momentum;

/** The optimisers that a recipe can name, and their usual settings. */
public enum OptimiserName {
    /** Stochastic gradient descent, with classical momentum if wished; plain, the article's. */
    SGD,
    /** Descent with Nesterov's momentum. */
    NESTEROV,
    /** Adam. */
    ADAM;

    /** The learning rate of the first step when none is given. */
    public double usualLearningRate() {
        return this == ADAM ? 0.001 : 0.01;
    }

    /** The method when no setting of it is given. */
    Method usualMethod() {
        return switch (this) {
            case SGD -> new Momentum(0, false);
            case NESTEROV -> new Momentum(0.9, true);
            case ADAM -> Adam.DEFAULT;
        };
    }

    static OptimiserName of(Method method) {
        if (method instanceof Momentum momentum) {
            return momentum.nesterov() ? NESTEROV : SGD;
        }
        return ADAM;
    }
}

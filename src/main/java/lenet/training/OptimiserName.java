package lenet.training;

import com.fasterxml.jackson.annotation.JsonAlias;
import lenet.network.Optimiser.Adam;
import lenet.network.Optimiser.LevenbergMarquardt;
import lenet.network.Optimiser.Method;
import lenet.network.Optimiser.Momentum;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** The optimisers that a recipe can name, and their usual settings. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum OptimiserName {
    /** Stochastic gradient descent, with classical momentum if wished; plain, the article's. */
    @JsonAlias("SGD")
    SGD,
    /** Descent with Nesterov's momentum. */
    @JsonAlias("NESTEROV")
    NESTEROV,
    /** Adam. */
    @JsonAlias("ADAM")
    ADAM,
    /** The paper's stochastic diagonal Levenberg–Marquardt; of the vector engine only. */
    @JsonAlias("LEVENBERG_MARQUARDT")
    LEVENBERG_MARQUARDT;

    /** The only engine that trains with {@link #LEVENBERG_MARQUARDT}. */
    public static final String ENGINE_WITH_CURVATURE = "vector";

    /** The learning rate of the first step when none is given. */
    public double usualLearningRate() {
        return switch (this) {
            case SGD, NESTEROV -> 0.01;
            case ADAM -> 0.001;
            case LEVENBERG_MARQUARDT -> 0.0001;
        };
    }

    /** The method when no setting of it is given. */
    Method usualMethod() {
        return switch (this) {
            case SGD -> new Momentum(0, false);
            case NESTEROV -> new Momentum(0.9, true);
            case ADAM -> Adam.DEFAULT;
            case LEVENBERG_MARQUARDT -> LevenbergMarquardt.DEFAULT;
        };
    }

    static OptimiserName of(Method method) {
        if (method instanceof Momentum momentum) {
            return momentum.nesterov() ? NESTEROV : SGD;
        }
        return method instanceof Adam ? ADAM : LEVENBERG_MARQUARDT;
    }
}

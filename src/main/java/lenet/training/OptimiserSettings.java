package lenet.training;

import java.util.Objects;
import lenet.network.Optimiser;
import lenet.network.Optimiser.Adam;
import lenet.network.Optimiser.LevenbergMarquardt;
import lenet.network.Optimiser.Method;
import lenet.network.Optimiser.Momentum;
import org.jspecify.annotations.Nullable;

/**
 * An optimiser in flat values, as JSON has it. What is absent is as usual; what its optimiser does not take is absent.
 *
 * @param momentum of sgd and nesterov
 * @param beta1 of adam
 * @param beta2 of adam
 * @param epsilon of adam
 * @param damping of levenbergMarquardt
 * @param weightDecay decoupled, weights only; absent for none
 * @param gradientClipping largest L2 norm of the whole gradient; absent for none
 * @param weightAveraging decay of the weights' moving average; absent for none
 */
public record OptimiserSettings(
        OptimiserName name,
        @Nullable Double momentum,
        @Nullable Double beta1,
        @Nullable Double beta2,
        @Nullable Double epsilon,
        @Nullable Double damping,
        @Nullable Double weightDecay,
        @Nullable Double gradientClipping,
        @Nullable Double weightAveraging) {

    /** Every setting of {@code optimiser}. */
    public static OptimiserSettings of(Optimiser optimiser) {
        Momentum momentum = optimiser.method() instanceof Momentum method ? method : null;
        Adam adam = optimiser.method() instanceof Adam method ? method : null;
        return new OptimiserSettings(
                OptimiserName.of(optimiser.method()),
                momentum == null ? null : momentum.momentum(),
                adam == null ? null : adam.beta1(),
                adam == null ? null : adam.beta2(),
                adam == null ? null : adam.epsilon(),
                optimiser.method() instanceof LevenbergMarquardt method ? method.damping() : null,
                optimiser.weightDecay(),
                Double.isFinite(optimiser.gradientClipping()) ? optimiser.gradientClipping() : null,
                optimiser.averages() ? optimiser.weightAveraging() : null);
    }

    /** These settings and, for what is absent, {@code base}'s: of its method only where that is the same. */
    public OptimiserSettings over(Optimiser base) {
        OptimiserSettings other = of(base);
        boolean same = name == other.name;
        return new OptimiserSettings(
                name,
                same ? first(momentum, other.momentum) : momentum,
                same ? first(beta1, other.beta1) : beta1,
                same ? first(beta2, other.beta2) : beta2,
                same ? first(epsilon, other.epsilon) : epsilon,
                same ? first(damping, other.damping) : damping,
                first(weightDecay, other.weightDecay),
                first(gradientClipping, other.gradientClipping),
                first(weightAveraging, other.weightAveraging));
    }

    private static @Nullable Double first(@Nullable Double value, @Nullable Double otherwise) {
        return value == null ? otherwise : value;
    }

    /** The optimiser with these settings. */
    public Optimiser optimiser() {
        return new Optimiser(
                method(), or(weightDecay, 0), or(gradientClipping, Double.POSITIVE_INFINITY), or(weightAveraging, 0));
    }

    private Method method() {
        Method usual = name.usualMethod();
        if (usual instanceof Momentum method) {
            return new Momentum(or(momentum, method.momentum()), method.nesterov());
        }
        if (usual instanceof LevenbergMarquardt method) {
            return new LevenbergMarquardt(or(damping, method.damping()));
        }
        Adam method = (Adam) usual;
        return new Adam(or(beta1, method.beta1()), or(beta2, method.beta2()), or(epsilon, method.epsilon()));
    }

    private static double or(@Nullable Double value, double otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}

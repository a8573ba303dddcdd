package lenet.training;

import com.fasterxml.jackson.annotation.JsonAlias;
import lenet.network.Architecture;
import lenet.network.Loss;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** The losses that a recipe can name. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum LossName {
    /** Softmax cross-entropy; the article's. */
    @JsonAlias("CROSS_ENTROPY")
    CROSS_ENTROPY,
    /** The paper's maximum a posteriori criterion (section II-C, equation 9). */
    @JsonAlias("MAP")
    MAP,
    /** The paper's mean squared error (section II-C, equation 8): of outputs without radial basis functions, from ±1. */
    @JsonAlias("MSE")
    MSE;

    /** The penalty of the rubbish class when none is given. */
    public static final double USUAL_RUBBISH = 20;

    /**
     * The loss for {@code architecture}.
     *
     * @param rubbish the penalty of the rubbish class of {@link #MAP}
     */
    Loss loss(Architecture architecture, double rubbish) {
        return switch (this) {
            case CROSS_ENTROPY -> Loss.CROSS_ENTROPY;
            case MAP -> new Loss.MaximumAPosteriori(rubbish);
            case MSE -> architecture.endsRadially() ? new Loss.PenaltyOfTheRight() : new Loss.SquaredError();
        };
    }
}

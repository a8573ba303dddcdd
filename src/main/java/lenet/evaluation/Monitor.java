package lenet.evaluation;

import com.fasterxml.jackson.annotation.JsonAlias;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** The figure by which epochs are compared. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Monitor {
    /** Lower is better. */
    @JsonAlias("VALIDATION_LOSS")
    VALIDATION_LOSS {
        @Override
        public double gain(EpochMetrics candidate, EpochMetrics best) {
            return best.validationLoss() - candidate.validationLoss();
        }
    },
    /** Higher is better. */
    @JsonAlias("VALIDATION_ACCURACY")
    VALIDATION_ACCURACY {
        @Override
        public double gain(EpochMetrics candidate, EpochMetrics best) {
            return candidate.validationAccuracy() - best.validationAccuracy();
        }
    };

    /** By how much {@code candidate} is better than {@code best}; negative when it is worse. */
    public abstract double gain(EpochMetrics candidate, EpochMetrics best);
}

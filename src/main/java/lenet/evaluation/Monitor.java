package lenet.evaluation;

/** The figure by which epochs are compared. */
public enum Monitor {
    /** Lower is better. */
    VALIDATION_LOSS {
        @Override
        public double gain(EpochMetrics candidate, EpochMetrics best) {
            return best.validationLoss() - candidate.validationLoss();
        }
    },
    /** Higher is better. */
    VALIDATION_ACCURACY {
        @Override
        public double gain(EpochMetrics candidate, EpochMetrics best) {
            return candidate.validationAccuracy() - best.validationAccuracy();
        }
    };

    /** By how much {@code candidate} is better than {@code best}; negative when it is worse. */
    public abstract double gain(EpochMetrics candidate, EpochMetrics best);
}

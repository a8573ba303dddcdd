package lenet.training;

import com.fasterxml.jackson.annotation.JsonAlias;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** How the learning rate moves through training. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum LearningRateSchedule {
    /** The same rate at every step; the article's. */
    @JsonAlias("CONSTANT")
    CONSTANT {
        @Override
        double rate(double initial, Position position) {
            return initial;
        }
    },
    /** A tenth of the rate after half of the epochs, a hundredth after three quarters. */
    @JsonAlias("STEP")
    STEP {
        @Override
        double rate(double initial, Position position) {
            double done = (double) position.epoch() / position.epochs();
            return done < 0.5 ? initial : done < 0.75 ? initial * 0.1 : initial * 0.01;
        }
    },
    /** Half a cosine from the rate down towards 0, step by step. */
    @JsonAlias("COSINE")
    COSINE {
        @Override
        double rate(double initial, Position position) {
            return initial * 0.5 * (1 + Math.cos(Math.PI * position.stepsDone() / position.stepsInAll()));
        }
    },
    /**
     * The paper's (section III-B), whose rates are 0.0005 for two passes, 0.0002 and 0.0001 for three each, 0.00005 for four
     * and 0.00001 from then on: the same parts of the rate.
     */
    @JsonAlias("PAPER")
    PAPER {
        @Override
        double rate(double initial, Position position) {
            int epoch = position.epoch();
            return initial * (epoch < 2 ? 1 : epoch < 5 ? 0.4 : epoch < 8 ? 0.2 : epoch < 12 ? 0.1 : 0.02);
        }
    };

    /**
     * A step's place in the whole training.
     *
     * @param epoch 0 for the first
     * @param batch 0 for the epoch's first
     */
    record Position(int epoch, int epochs, int batch, int batchesPerEpoch, double warmUpEpochs) {

        private double stepsOfWarmUp() {
            return warmUpEpochs * batchesPerEpoch;
        }

        /** After the warm-up. */
        private double stepsDone() {
            return Math.max(0, steps() - stepsOfWarmUp());
        }

        private double steps() {
            return (double) epoch * batchesPerEpoch + batch;
        }

        /** After the warm-up. */
        private double stepsInAll() {
            return (double) epochs * batchesPerEpoch - stepsOfWarmUp();
        }

        private boolean isInWarmUp() {
            return steps() + 1 < stepsOfWarmUp();
        }

        /** The part of the rate at which the step is taken in the warm-up, which ends with 1. */
        private double warmth() {
            return (steps() + 1) / stepsOfWarmUp();
        }
    }

    /** The rate of the step at {@code position}: rises evenly to {@code initial} in the warm-up, then moves as it says. */
    double rateWithWarmUp(double initial, Position position) {
        return position.isInWarmUp() ? initial * position.warmth() : rate(initial, position);
    }

    /** The rate of the step at {@code position}, starting from {@code initial}. */
    abstract double rate(double initial, Position position);
}

package lenet.training;

/** How the learning rate moves through training. */
public enum LearningRateSchedule {
    /** The same rate at every step; the article's. */
    CONSTANT {
        @Override
        double rate(double initial, Position position) {
            return initial;
        }
    },
    /** A tenth of the rate after half of the epochs, a hundredth after three quarters. */
    STEP {
        @Override
        double rate(double initial, Position position) {
            double done = (double) position.epoch() / position.epochs();
            return done < 0.5 ? initial : done < 0.75 ? initial * 0.1 : initial * 0.01;
        }
    },
    /** Half a cosine from the rate down towards 0, step by step. */
    COSINE {
        @Override
        double rate(double initial, Position position) {
            return initial * 0.5 * (1 + Math.cos(Math.PI * position.stepsDone() / position.stepsInAll()));
        }
    };

    /**
     * A step's place in the whole training.
     *
     * @param epoch 0 for the first
     * @param batch 0 for the epoch's first
     */
    record Position(int epoch, int epochs, int batch, int batchesPerEpoch) {

        private double stepsDone() {
            return (double) epoch * batchesPerEpoch + batch;
        }

        private double stepsInAll() {
            return (double) epochs * batchesPerEpoch;
        }
    }

    /** The rate of the step at {@code position}, starting from {@code initial}. */
    abstract double rate(double initial, Position position);
}

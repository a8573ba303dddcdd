package lenet.training;

import lenet.network.NetworkState;

/**
 * Where training stands after {@code epoch} finished epochs and a part of the next. The learning rate follows from it and
 * the recipe, the best epoch from the curve.
 */
record Checkpoint(int epoch, PartialEpoch partial, NetworkState state) {

    /** Which of a job's two checkpoints. */
    enum Kind {
        /** The newest, from which training continues. */
        LAST,
        /** The best epoch's, which restoreBestWeights returns to. */
        BEST
    }

    /** Between two epochs. */
    Checkpoint(int epoch, NetworkState state) {
        this(epoch, PartialEpoch.NONE, state);
    }

    /** Size of what it holds. */
    long bytes() {
        long floats = (long) state.parameters().count() + state.optimiserState().length;
        return floats * Float.BYTES;
    }
}

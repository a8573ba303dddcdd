package lenet.training;

import lenet.network.NetworkState;

/** The network after {@code epoch} finished epochs. */
record Checkpoint(int epoch, NetworkState state) {

    /** Which of a job's two checkpoints. */
    enum Kind {
        /** The newest, from which training continues. */
        LAST,
        /** The best epoch's, which restoreBestWeights returns to. */
        BEST
    }
}

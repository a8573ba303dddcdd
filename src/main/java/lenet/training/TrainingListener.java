package lenet.training;

import java.util.function.Supplier;
import lenet.evaluation.EpochMetrics;
import lenet.network.NetworkState;

/** What the training loop reports; any method may throw to end training. */
interface TrainingListener {

    /**
     * Called before every step and between chunks of the validation split, many times a second.
     *
     * @param epoch 1 for the first
     * @param batch finished steps of the epoch
     * @param imagesPerSecond of the epoch so far; 0 before its first step
     * @param here makes a checkpoint of this very place
     */
    void onProgress(int epoch, int batch, double imagesPerSecond, Supplier<Checkpoint> here);

    /** Called after every step. */
    void onBatchEnd(int images, double meanLoss);

    /**
     * Called when an epoch is finished and validated.
     *
     * @param best whether no epoch so far was better
     * @param state from which training continues
     */
    void onEpochEnd(EpochMetrics metrics, boolean best, NetworkState state);
}

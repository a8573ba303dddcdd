package lenet.training;

/**
 * The part of an epoch that is behind, with the sums from which the epoch's figures will be made.
 *
 * @param batches finished steps
 * @param lossSum over the pictures of these steps, in nats
 * @param correct pictures that were recognised
 * @param seconds spent on them
 */
record PartialEpoch(int batches, double lossSum, int correct, double seconds) {

    static final PartialEpoch NONE = new PartialEpoch(0, 0, 0, 0);
}

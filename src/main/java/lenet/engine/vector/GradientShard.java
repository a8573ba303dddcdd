package lenet.engine.vector;

/**
 * The gradient of every {@value #COUNT}th block of a batch, summed block after block. A batch has the same shards
 * whatever the number of threads that compute them, and they are added in order.
 */
final class GradientShard {

    /** Shards of a batch; as many threads can compute a batch. */
    static final int COUNT = 4;

    /** The gradient where the parameters lie. */
    final float[] gradient;

    /** Sums that are still one for each of the sixteen pictures, where a layer has asked for room. */
    final float[] pictureSums;

    /** Whether a block is in the sums already; what they held before belongs to another batch. */
    boolean started;

    GradientShard(int parameters, int pictureSums) {
        this.gradient = new float[parameters];
        this.pictureSums = new float[pictureSums];
    }

    /**
     * Sum over the sixteen pictures from {@code pictureSums[at]} on, always in the same order.
     */
    float overPictures(int at) {
        float[] s = pictureSums;
        float first = (s[at] + s[at + 1]) + (s[at + 2] + s[at + 3]);
        float second = (s[at + 4] + s[at + 5]) + (s[at + 6] + s[at + 7]);
        float third = (s[at + 8] + s[at + 9]) + (s[at + 10] + s[at + 11]);
        float fourth = (s[at + 12] + s[at + 13]) + (s[at + 14] + s[at + 15]);
        return (first + second) + (third + fourth);
    }
}

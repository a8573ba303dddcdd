package lenet.training;

import java.util.SplittableRandom;

/** The order of the training pictures in an epoch. */
final class Shuffle {

    private Shuffle() {}

    /** A permutation of {@code 0 … count − 1}, a pure function of seed and epoch, so that a resumed job sees it again. */
    static int[] order(int count, long seed, int epoch) {
        SplittableRandom random = new SplittableRandom(seed ^ (epoch + 1L) * 0x9E3779B97F4A7C15L);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}

package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** The kernel that sums a map's slopes over its positions, each picture for itself: a bias's gradient. */
final class PictureSums {

    private PictureSums() {}

    /** Adds {@code count} units from {@code slopes[at]} on to the shard's sums, which begin anew with a new batch. */
    static void add(float[] slopes, int at, int count, GradientShard shard, int to) {
        FloatVector even =
                shard.started ? FloatVector.fromArray(SPECIES, shard.pictureSums, to) : FloatVector.zero(SPECIES);
        FloatVector odd = FloatVector.zero(SPECIES);
        int end = at + count / 2 * 2 * BLOCK;
        for (int i = at; i < end; i += 2 * BLOCK) {
            even = even.add(FloatVector.fromArray(SPECIES, slopes, i));
            odd = odd.add(FloatVector.fromArray(SPECIES, slopes, i + BLOCK));
        }
        if (count % 2 == 1) {
            even = even.add(FloatVector.fromArray(SPECIES, slopes, end));
        }
        even.add(odd).intoArray(shard.pictureSums, to);
    }
}

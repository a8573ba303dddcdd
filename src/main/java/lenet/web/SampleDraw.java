package lenet.web;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lenet.dataset.LabelledImages;
import org.jspecify.annotations.Nullable;

/**
 * A random draw of different pictures.
 *
 * @param most how many to draw where there are as many
 * @param seed the same seed draws the same pictures
 * @param label the only class to draw, if there is one
 */
record SampleDraw(int most, long seed, @Nullable Integer label) {

    /** Indices of different pictures of {@code data}; a pure function of data and draw. */
    int[] from(LabelledImages data) {
        int[] candidates = IntStream.range(0, data.count())
                .filter(index -> label == null || data.label(index) == label)
                .toArray();
        int drawn = Math.min(most, candidates.length);
        SplittableRandom random = new SplittableRandom(seed);
        // The beginning of a Fisher–Yates shuffle.
        for (int i = 0; i < drawn; i++) {
            int other = random.nextInt(i, candidates.length);
            int index = candidates[other];
            candidates[other] = candidates[i];
            candidates[i] = index;
        }
        return IntStream.of(candidates).limit(drawn).toArray();
    }
}

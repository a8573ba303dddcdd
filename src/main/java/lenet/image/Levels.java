package lenet.image;

/** A histogram of signed ink levels, −255 … 255. */
final class Levels {

    private static final int ZERO = 255;

    private final int[] counts = new int[2 * ZERO + 1];

    private Levels() {}

    static Levels of(Plane ink) {
        Levels levels = new Levels();
        for (float value : ink.values) {
            levels.counts[ZERO + Math.max(-ZERO, Math.min(ZERO, Math.round(value)))]++;
        }
        return levels;
    }

    /** Otsu's threshold between paper and ink: the last level of paper. What is brighter than paper counts as paper. */
    int split() {
        double total = 0;
        double sum = 0;
        for (int level = -ZERO; level <= ZERO; level++) {
            total += counts[ZERO + level];
            sum += (double) counts[ZERO + level] * Math.max(0, level);
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        int split = 0;
        for (int level = -ZERO; level < ZERO; level++) {
            below += counts[ZERO + level];
            sumBelow += (double) counts[ZERO + level] * Math.max(0, level);
            double above = total - below;
            if (level >= 0 && below > 0 && above > 0) {
                double distance = (sum - sumBelow) / above - sumBelow / below;
                double betweenClasses = below * above * distance * distance;
                if (betweenClasses > best) {
                    best = betweenClasses;
                    split = level;
                }
            }
        }
        return split;
    }

    float medianUpTo(int last) {
        long half = countUpTo(last) / 2;
        long seen = 0;
        for (int level = -ZERO; level <= last; level++) {
            seen += counts[ZERO + level];
            if (seen > half) {
                return level;
            }
        }
        return 0;
    }

    float medianDistanceUpTo(int last, float centre) {
        long half = countUpTo(last) / 2;
        long seen = 0;
        for (int distance = 0; distance <= 2 * ZERO; distance++) {
            int upper = (int) centre + distance;
            int lower = (int) centre - distance;
            seen += upper <= last ? counts[ZERO + upper] : 0;
            seen += distance > 0 && lower >= -ZERO ? counts[ZERO + lower] : 0;
            if (seen > half) {
                return distance;
            }
        }
        return 0;
    }

    float meanAbove(int last) {
        double sum = 0;
        double count = 0;
        for (int level = last + 1; level <= ZERO; level++) {
            sum += (double) level * counts[ZERO + level];
            count += counts[ZERO + level];
        }
        return count == 0 ? 0 : (float) (sum / count);
    }

    private long countUpTo(int last) {
        long count = 0;
        for (int level = -ZERO; level <= last; level++) {
            count += counts[ZERO + level];
        }
        return count;
    }
}

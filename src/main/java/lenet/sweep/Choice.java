package lenet.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;

/** What a field of a random search may be. */
public sealed interface Choice {

    /** One value, drawn with {@code random}. */
    Object draw(SplittableRandom random);

    /** Whether ratios of its values matter rather than differences. */
    boolean logarithmic();

    /** One of a list, each as likely as the others. */
    record Listed(List<Object> values) implements Choice {

        /** Listed numbers that lie so far apart are meant as steps of a ratio. */
        private static final double WIDE = 10;

        public Listed {
            values = List.copyOf(values);
        }

        @Override
        public Object draw(SplittableRandom random) {
            return values.get(random.nextInt(values.size()));
        }

        @Override
        public boolean logarithmic() {
            if (!values.stream().allMatch(Number.class::isInstance)) {
                return false;
            }
            double[] sorted = values.stream()
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .sorted()
                    .toArray();
            return sorted[0] > 0 && sorted[sorted.length - 1] / sorted[0] >= WIDE;
        }
    }

    /** A number of the interval, in six digits so that it can be read and typed; {@code min} is positive if logarithmic. */
    record Between(double min, double max, boolean logarithmic) implements Choice {

        private static final MathContext DIGITS = new MathContext(6);

        @Override
        public Object draw(SplittableRandom random) {
            double share = random.nextDouble();
            double value = logarithmic ? min * Math.pow(max / min, share) : min + share * (max - min);
            double rounded = BigDecimal.valueOf(value).round(DIGITS).doubleValue();
            return Math.min(max, Math.max(min, rounded));
        }
    }

    /** A whole number of the interval; {@code min} is positive if logarithmic. */
    record WholeBetween(long min, long max, boolean logarithmic) implements Choice {

        @Override
        public Object draw(SplittableRandom random) {
            if (logarithmic) {
                double value = min * Math.pow((double) max / min, random.nextDouble());
                return Math.min(max, Math.max(min, Math.round(value)));
            }
            return max == Long.MAX_VALUE ? random.nextLong(min, max) : random.nextLong(min, max + 1);
        }
    }
}

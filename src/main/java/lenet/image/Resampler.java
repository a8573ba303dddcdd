package lenet.image;

/** Scales planes: by area averages when shrinking, linearly between pixel centres when enlarging. */
final class Resampler {

    private Resampler() {}

    static Plane scaled(Plane plane, int width, int height) {
        Plane wide = new Plane(width, plane.height);
        for (int x = 0; x < width; x++) {
            Share share = Share.of(x, width, plane.width);
            for (int y = 0; y < plane.height; y++) {
                wide.values[y * width + x] = share.in(plane.values, y * plane.width, 1);
            }
        }
        Plane scaled = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            Share share = Share.of(y, height, plane.height);
            for (int x = 0; x < width; x++) {
                scaled.values[y * width + x] = share.in(wide.values, x, width);
            }
        }
        return scaled;
    }

    /** What neighbouring old pixels of a line contribute to one new pixel, from the first of them on. */
    private static final class Share {
        private final int first;
        private final float[] weights;

        private Share(int first, float... weights) {
            this.first = first;
            this.weights = weights;
        }

        static Share of(int index, int newLength, int oldLength) {
            double step = (double) oldLength / newLength;
            return step < 1 ? between(index, step, oldLength) : covering(index, step, oldLength);
        }

        private static Share between(int index, double step, int oldLength) {
            double centre = Math.max(0, Math.min(oldLength - 1.0, (index + 0.5) * step - 0.5));
            int left = Math.max(0, Math.min((int) centre, oldLength - 2));
            float right = (float) (centre - left);
            return oldLength == 1 ? new Share(0, 1) : new Share(left, 1 - right, right);
        }

        private static Share covering(int index, double step, int oldLength) {
            double from = index * step;
            double to = Math.min(oldLength, from + step);
            int first = (int) from;
            float[] weights = new float[(int) Math.ceil(to - 1e-9) - first];
            for (int i = 0; i < weights.length; i++) {
                double covered = Math.min(to, first + i + 1.0) - Math.max(from, first + i);
                weights[i] = (float) (covered / step);
            }
            return new Share(first, weights);
        }

        float in(float[] values, int start, int step) {
            float sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * values[start + (first + i) * step];
            }
            return sum;
        }
    }
}

package lenet.image;

/** The exact Euclidean distance transform by lower envelopes of parabolas (Felzenszwalb and Huttenlocher, 2012). */
final class DistanceTransform {

    /** Farther than any distance in a plane, yet small enough to calculate with. */
    static final float FAR = 1e9f;

    private DistanceTransform() {}

    /** Turns zeros and {@link #FAR}s into the squared distances to the nearest zero. */
    static void spread(float[] squares, int width, int height) {
        int longer = Math.max(width, height);
        Line line = new Line(longer);
        for (int x = 0; x < width; x++) {
            line.transform(squares, x, width, height);
        }
        for (int y = 0; y < height; y++) {
            line.transform(squares, y * width, 1, width);
        }
    }

    private static final class Line {
        private final float[] input;
        private final int[] apexes;
        private final float[] starts;

        Line(int longest) {
            input = new float[longest];
            apexes = new int[longest];
            starts = new float[longest + 1];
        }

        void transform(float[] squares, int first, int step, int length) {
            for (int i = 0; i < length; i++) {
                input[i] = squares[first + i * step];
            }
            int last = 0;
            apexes[0] = 0;
            starts[0] = Float.NEGATIVE_INFINITY;
            starts[1] = Float.POSITIVE_INFINITY;
            for (int i = 1; i < length; i++) {
                float meeting = meeting(apexes[last], i);
                while (meeting <= starts[last]) {
                    last--;
                    meeting = meeting(apexes[last], i);
                }
                last++;
                apexes[last] = i;
                starts[last] = meeting;
                starts[last + 1] = Float.POSITIVE_INFINITY;
            }
            int parabola = 0;
            for (int i = 0; i < length; i++) {
                while (starts[parabola + 1] < i) {
                    parabola++;
                }
                int distance = i - apexes[parabola];
                squares[first + i * step] = distance * distance + input[apexes[parabola]];
            }
        }

        private float meeting(int left, int right) {
            return (input[right] - input[left] + (right - left) * (right + left)) / (2f * (right - left));
        }
    }
}

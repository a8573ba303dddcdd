package lenet.dataset;

import java.util.SplittableRandom;

/**
 * A square of smooth noise, much larger than a picture: an elastic field is a window of it at a random place. To smooth
 * noise for every picture would take longer than to train on it.
 *
 * @param values row-major, of the root mean square that was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // Shared and never compared.
record SmoothNoise(int[] values) {

    /** Values along a side. */
    static final int SIDE = 256;

    /** Uniform noise under a Gaussian, wrapped around at the edges. */
    static SmoothNoise of(long seed, double smoothing, double rootMeanSquare) {
        if (rootMeanSquare == 0) {
            return new SmoothNoise(new int[SIDE * SIDE]);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] noise =
                random.doubles((long) SIDE * SIDE).map(value -> 2 * value - 1).toArray();
        double[] smooth = alongRowsTurned(alongRowsTurned(noise, smoothing), smoothing);
        double squares = 0;
        for (double value : smooth) {
            squares += value * value;
        }
        double factor = rootMeanSquare / StrictMath.sqrt(squares / smooth.length);
        int[] values = new int[smooth.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) StrictMath.rint(smooth[i] * factor);
        }
        return new SmoothNoise(values);
    }

    /** Smooths every row, and returns rows as columns. */
    private static double[] alongRowsTurned(double[] values, double smoothing) {
        int reach = (int) StrictMath.ceil(3 * smoothing);
        double[] weights = new double[2 * reach + 1];
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = StrictMath.exp(-i * i / (2 * smoothing * smoothing));
        }
        double[] turned = new double[values.length];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double sum = 0;
                for (int i = -reach; i <= reach; i++) {
                    sum += weights[i + reach] * values[row * SIDE + Math.floorMod(column + i, SIDE)];
                }
                turned[column * SIDE + row] = sum;
            }
        }
        return turned;
    }

    /** Index of the first value of a window of {@code side × side}, at a random place. */
    int window(int side, SplittableRandom random) {
        int bound = SIDE - side + 1;
        return random.nextInt(bound) * SIDE + random.nextInt(bound);
    }
}

package lenet.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RationalTanhTest {

    /** A prime, so that the floats looked at are spread over all mantissas of every exponent. */
    private static final int STRIDE = 1_009;

    private final Squashing tanh = new Squashing.Tanh();

    @Test
    void isWithinThreeTenMillionthsOfTanhForFloatsOfEverySize() {
        float[] values = new float[Lanes.BLOCK];
        double worst = 0;
        float[] xs = new float[Lanes.BLOCK];
        int filled = 0;
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STRIDE) {
            float x = Float.intBitsToFloat((int) bits);
            if (Float.isNaN(x)) {
                continue;
            }
            xs[filled++] = x;
            if (filled == xs.length) {
                System.arraycopy(xs, 0, values, 0, filled);
                tanh.squash(values, 0, filled);
                for (int i = 0; i < filled; i++) {
                    worst = Math.max(worst, Math.abs(values[i] - Math.tanh(xs[i])));
                }
                filled = 0;
            }
        }
        assertThat(worst).isLessThan(3e-7);
    }

    @Test
    void isWithinAFewUnitsInTheLastPlaceNearZero() {
        float[] values = new float[Lanes.BLOCK];
        for (float x = 1e-30f; x < 0.1f; x *= 1.01f) {
            values[0] = x;
            tanh.squash(values, 0, values.length);
            assertThat(Math.abs(values[0] - Math.tanh(x))).isLessThan(8 * Math.ulp(x));
        }
    }

    @Test
    void neverLeavesTheIntervalFromMinusOneToOneByMoreThanRounding() {
        float[] values = {1e30f, -1e30f, 7.9f, -7.9f, 8, -8, 100, -100, 6, -6, 5, -5, 9, -9, 20, -20};
        tanh.squash(values, 0, values.length);

        for (float value : values) {
            assertThat(Math.abs(value)).isLessThanOrEqualTo(1.0000002f);
        }
    }

    @Test
    void infinitiesAreOneAndNanStaysNan() {
        float[] values = new float[Lanes.BLOCK];
        values[0] = Float.POSITIVE_INFINITY;
        values[1] = Float.NEGATIVE_INFINITY;
        values[2] = Float.NaN;
        values[3] = -0f;
        tanh.squash(values, 0, values.length);

        assertThat(values[0]).isBetween(0.9999997f, 1.0000002f);
        assertThat(values[1]).isBetween(-1.0000002f, -0.9999997f);
        assertThat(values[2]).isNaN();
        assertThat(Float.floatToRawIntBits(values[3])).isEqualTo(Float.floatToRawIntBits(-0f));
        assertThat(values[4]).isZero();
    }

    @Test
    void isOddToTheBit() {
        float[] values = new float[Lanes.BLOCK];
        for (float x = 1e-6f; x < 10; x *= 1.003f) {
            values[0] = x;
            values[1] = -x;
            tanh.squash(values, 0, values.length);
            assertThat(values[1]).isEqualTo(-values[0]);
        }
    }
}

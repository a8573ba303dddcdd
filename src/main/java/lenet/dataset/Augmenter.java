package lenet.dataset;

import java.util.SplittableRandom;

/**
 * Distorts pictures: what becomes of one is a pure function of seed, epoch and index. It computes in integers, which give
 * the same bytes everywhere. Safe for concurrent use.
 */
public final class Augmenter {

    /** Fractional bits of a coordinate. */
    private static final int FRACTION = 16;

    private static final double ONE = 1 << FRACTION;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Augmentation augmentation;
    private final long seed;
    private final SmoothNoise right;
    private final SmoothNoise down;
    private final StrokeWidth strokes;

    /** A distorter whose every draw follows from {@code seed}. */
    public Augmenter(Augmentation augmentation, long seed) {
        this.augmentation = augmentation;
        this.seed = seed;
        double amplitude = augmentation.elastic() * ONE;
        this.right = SmoothNoise.of(seed, augmentation.elasticSmoothing(), amplitude);
        this.down = SmoothNoise.of(~seed, augmentation.elasticSmoothing(), amplitude);
        this.strokes = new StrokeWidth(augmentation.strokeWidth());
    }

    /** The pictures of an epoch, 0 for the first. */
    public PictureReader epoch(int epoch) {
        if (augmentation.isNone()) {
            return PictureReader.PLAIN;
        }
        long ofEpoch = (seed ^ (epoch + 1L) * GOLDEN) * GOLDEN;
        return (images, index, to, at) -> {
            SplittableRandom random = new SplittableRandom(ofEpoch ^ (index + 1L) * 0xC2B2AE3D27D4EB4FL);
            distort(images, images.offset(index), random, to, at);
        };
    }

    /** Looks for each pixel where it comes from, with the inverse of the planar map and the elastic field on top. */
    private void distort(Images images, int from, SplittableRandom random, byte[] to, int at) {
        double angle = StrictMath.toRadians(draw(random, augmentation.rotation()));
        double shear = draw(random, augmentation.shearing());
        double size = 1 + draw(random, augmentation.scaling());
        double squeeze = 1 + draw(random, augmentation.squeezing());
        double moveRight = draw(random, augmentation.translation());
        double moveDown = draw(random, augmentation.translation());
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double width = 1 / (size * squeeze);
        double height = squeeze / size;
        // Rotated, then sheared, then scaled.
        double xx = width * (cos + shear * sin);
        double xy = width * (shear * cos - sin);
        double yx = height * sin;
        double yy = height * cos;
        int side = images.side();
        double middle = (side - 1) / 2.0;
        double left = middle + moveRight;
        double top = middle + moveDown;
        int x0 = fixed(middle - xx * left - xy * top);
        int y0 = fixed(middle - yx * left - yy * top);
        int noiseRight = right.window(side, random);
        int noiseDown = down.window(side, random);
        int signRight = random.nextInt(2) * 2 - 1;
        int signDown = random.nextInt(2) * 2 - 1;
        int thicker = strokes.thickening(random);
        int xStep = fixed(xx);
        int yStep = fixed(yx);
        int xRow = fixed(xy);
        int yRow = fixed(yy);
        InkBox ink = InkBox.of(images.pixels(), from, side);
        byte[] bordered = Border.around(images.pixels(), from, side);
        int begin = at;
        int[] xs = new int[side];
        int[] ys = new int[side];
        for (int row = 0; row < side; row++) {
            lookUp(xs, x0 + row * xRow, xStep, right, noiseRight + row * SmoothNoise.SIDE, signRight);
            lookUp(ys, y0 + row * yRow, yStep, down, noiseDown + row * SmoothNoise.SIDE, signDown);
            for (int column = 0; column < side; column++) {
                int x = xs[column];
                int y = ys[column];
                if (ink.touches(x >> FRACTION, y >> FRACTION)) {
                    to[at + column] = (byte) interpolated(bordered, side + 2, x + (1 << FRACTION), y + (1 << FRACTION));
                } else {
                    to[at + column] = 0;
                }
            }
            at += side;
        }
        strokes.change(to, begin, side, thicker);
    }

    /** A coordinate's sources for one row: evenly spaced, and the field on top. A loop of its own for the JIT's vectors. */
    private static void lookUp(int[] sources, int first, int step, SmoothNoise noise, int window, int sign) {
        int[] values = noise.values();
        for (int column = 0; column < sources.length; column++) {
            sources[column] = first + column * step + sign * values[window + column];
        }
    }

    /** Bilinear between the four neighbours. */
    private static int interpolated(byte[] pixels, int width, int x, int y) {
        int at = (y >> FRACTION) * width + (x >> FRACTION);
        int right = (x >>> (FRACTION - 8)) & 255;
        int down = (y >>> (FRACTION - 8)) & 255;
        int upperLeft = pixels[at] & 255;
        int upperRight = pixels[at + 1] & 255;
        int lowerLeft = pixels[at + width] & 255;
        int lowerRight = pixels[at + width + 1] & 255;
        int upper = (upperLeft << 8) + (upperRight - upperLeft) * right;
        int lower = (lowerLeft << 8) + (lowerRight - lowerLeft) * right;
        return ((upper << 8) + (lower - upper) * down + (1 << 15)) >> 16;
    }

    private static double draw(SplittableRandom random, double bound) {
        return (2 * random.nextDouble() - 1) * bound;
    }

    private static int fixed(double value) {
        return (int) StrictMath.rint(value * ONE);
    }
}

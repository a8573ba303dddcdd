package lenet.dataset;

import java.util.SplittableRandom;

/**
 * Ways to make digits harder to read without changing what they are, those of MNIST-C, each of one severity: N. Mu and
 * J. Gilmer, <i>MNIST-C: A Robustness Benchmark for Computer Vision</i>, 2019. The pictures are made here and are not
 * those of MNIST-C. A corrupted picture is a function of seed and index alone, on every machine.
 */
public enum Corruption {
    /** The clean pictures that the others are held against. */
    IDENTITY("Identity", "The picture as it is", (ink, random) -> ink),
    /** Poisson noise. */
    SHOT_NOISE("Shot noise", "Too little light: 5 photons make full ink, on average", new ShotNoise(5)),
    /** Salt and pepper. */
    IMPULSE_NOISE("Impulse noise", "15 % of the pixels are full or empty whatever they were", new ImpulseNoise(0.15)),
    /** Pixels scattered. */
    GLASS_BLUR("Glass blur", "Frosted glass: each pixel from up to 1 pixel away, then smoothed", new GlassBlur(1)),
    /** Smeared along a line. */
    MOTION_BLUR("Motion blur", "Moved by 7 pixels in any direction while it was taken", new MotionBlur(7)),
    /** Slanted. */
    SHEAR("Shear", "Slanted by 0.5, to the left or to the right", (ink, random) -> Warp.shear(
                    Distortion.eitherWay(0.5, random))
            .of(ink)),
    /** Made smaller. */
    SCALE("Scale", "At 60 % of its size", (ink, random) -> Warp.scale(0.6).of(ink)),
    /** Turned. */
    ROTATION("Rotation", "Turned by 30°, one way or the other", (ink, random) -> Warp.rotation(
                    Distortion.eitherWay(30, random))
            .of(ink)),
    /** Lighter. */
    BRIGHTNESS(
            "Brightness",
            "Half of full ink everywhere, besides what is there",
            (ink, random) -> ink.redrawn((x, y) -> ink.at(x, y) + 0.5)),
    /** Moved. */
    TRANSLATION("Translation", "Moved by 3 pixels up or down and to a side", (ink, random) -> Warp.translation(
                    Distortion.eitherWay(3, random), Distortion.eitherWay(3, random))
            .of(ink)),
    /** Partly inverted. */
    STRIPE("Stripe", "Ink and paper change places in an upright band of 6 pixels", new Stripe(6)),
    /** Hazy. */
    FOG("Fog", "Uneven haze, as strong as the ink", new Fog(1)),
    /** Blotted. */
    SPATTER("Spatter", "12 blots with a radius of up to 1.6 pixels", new Spatter(12, 1.6)),
    /** Crossed by dots. */
    DOTTED_LINE("Dotted line", "A dotted line across, in any direction", new Scribble(3, 0.8, 0)),
    /** Crossed by a zigzag. */
    ZIGZAG("Zigzag", "A zigzag line across, in any direction", new Scribble(0.5, 0.4, 2)),
    /** Hollow. */
    EDGES("Edges", "Only the outlines of the strokes", new Outline(0.5));

    /** The seed of the corrupted test split, so that everybody's is the same. */
    public static final long SEED = 2019;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final String title;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // Records of numbers, and functions of what they are given.
    private final Distortion distortion;

    Corruption(String title, String description, Distortion distortion) {
        this.title = title;
        this.description = description;
        this.distortion = distortion;
    }

    /** Its name for readers. */
    public String title() {
        return title;
    }

    /** What it does to a picture, and how severely. */
    public String description() {
        return description;
    }

    /** All pictures, corrupted. */
    public Images of(Images images, long seed) {
        return of(images, 0, images.count(), seed);
    }

    /** Pictures {@code from} (inclusive) to {@code to} (exclusive), corrupted. */
    public Images of(Images images, int from, int to, long seed) {
        int area = images.side() * images.side();
        byte[] pixels = new byte[(to - from) * area];
        for (int index = from; index < to; index++) {
            SplittableRandom random = new SplittableRandom(seed ^ (index + 1L) * GOLDEN);
            distortion.of(Ink.of(images, index), random).writeTo(pixels, (index - from) * area);
        }
        return new Images(to - from, images.side(), pixels);
    }
}

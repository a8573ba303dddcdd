package lenet.dataset;

/**
 * An affine map from each pixel to where its ink comes from, around the middle of the picture.
 *
 * @param right how far to the right the source lies, in pixels
 * @param down how far below it lies
 */
record Warp(double xx, double xy, double yx, double yy, double right, double down) {

    /** Turns the picture clockwise. */
    static Warp rotation(double degrees) {
        double angle = StrictMath.toRadians(degrees);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return new Warp(cos, sin, -sin, cos, 0, 0);
    }

    /** Slants the picture; a row moves by that share of its distance from the middle. */
    static Warp shear(double slant) {
        return new Warp(1, slant, 0, 1, 0, 0);
    }

    /** Makes the picture smaller, for factors below 1, or larger. */
    static Warp scale(double factor) {
        return new Warp(1 / factor, 0, 0, 1 / factor, 0, 0);
    }

    /** Moves the picture to the right and down. */
    static Warp translation(double right, double down) {
        return new Warp(1, 0, 0, 1, -right, -down);
    }

    Ink of(Ink ink) {
        double middle = (ink.side() - 1) / 2.0;
        return ink.redrawn((x, y) -> {
            double fromMiddleX = x - middle;
            double fromMiddleY = y - middle;
            return ink.between(
                    middle + xx * fromMiddleX + xy * fromMiddleY + right,
                    middle + yx * fromMiddleX + yy * fromMiddleY + down);
        });
    }
}

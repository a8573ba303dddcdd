package lenet.image;

/** A rectangle of whole pixels. */
record Box(int left, int top, int width, int height) {

    int longerSide() {
        return Math.max(width, height);
    }

    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }

    /** The smallest box around both. */
    Box union(Box other) {
        int newLeft = Math.min(left, other.left);
        int newTop = Math.min(top, other.top);
        return new Box(
                newLeft,
                newTop,
                Math.max(right(), other.right()) - newLeft,
                Math.max(bottom(), other.bottom()) - newTop);
    }

    /** This box measured in pixels that are {@code factor} times smaller. */
    Box magnified(int factor) {
        return new Box(left * factor, top * factor, width * factor, height * factor);
    }

    /** This box grown on every side, but not beyond a picture of the given size. */
    Box grownWithin(int margin, int pictureWidth, int pictureHeight) {
        int newLeft = Math.max(0, left - margin);
        int newTop = Math.max(0, top - margin);
        return new Box(
                newLeft,
                newTop,
                Math.min(pictureWidth, right() + margin) - newLeft,
                Math.min(pictureHeight, bottom() + margin) - newTop);
    }
}

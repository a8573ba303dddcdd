package lenet.network;

import lenet.dataset.Images;

/** The shape of one image's activations: {@code maps} feature maps of {@code height × width} units. */
public record Shape(int maps, int height, int width) {

    public Shape {
        if (maps < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "a shape needs at least one unit along each side, found %d×%d×%d".formatted(maps, height, width));
        }
    }

    /** Number of units, {@code maps · height · width}. */
    public int units() {
        return maps * height * width;
    }

    /** Refuses pictures that are larger than an input of this shape. */
    public void checkHolds(Images images) {
        if (images.side() > height || images.side() > width) {
            throw new IllegalArgumentException(
                    "pictures of %d×%d do not fit an input of %s".formatted(images.side(), images.side(), this));
        }
    }

    @Override
    public String toString() {
        return maps + "×" + height + "×" + width;
    }
}

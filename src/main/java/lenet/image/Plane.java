package lenet.image;

import java.util.Arrays;

/** A grid of real numbers, row by row. Package-private and shared by reference: whoever made it may still fill it. */
final class Plane {

    final int width;
    final int height;
    final float[] values;

    Plane(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
    }

    /** The picture shrunk by a whole factor; each value is the mean of a block of {@code factor × factor} pixels. */
    static Plane shrunk(GrayImage picture, int factor) {
        Plane blocks = new Plane(ceilDivide(picture.width(), factor), ceilDivide(picture.height(), factor));
        int[] sums = new int[blocks.width];
        for (int row = 0; row < blocks.height; row++) {
            Arrays.fill(sums, 0);
            int bottom = Math.min(picture.height(), (row + 1) * factor);
            for (int y = row * factor; y < bottom; y++) {
                picture.addToBlocks(y, factor, sums);
            }
            int rows = bottom - row * factor;
            for (int column = 0; column < blocks.width; column++) {
                int columns = Math.min(factor, picture.width() - column * factor);
                blocks.values[row * blocks.width + column] = (float) sums[column] / (rows * columns);
            }
        }
        return blocks;
    }

    /** This plane shrunk by a whole factor, like {@link #shrunk(GrayImage, int)}. */
    Plane shrunk(int factor) {
        Plane blocks = new Plane(ceilDivide(width, factor), ceilDivide(height, factor));
        for (int row = 0; row < blocks.height; row++) {
            for (int column = 0; column < blocks.width; column++) {
                blocks.values[row * blocks.width + column] = blockMean(column * factor, row * factor, factor);
            }
        }
        return blocks;
    }

    private float blockMean(int left, int top, int factor) {
        int right = Math.min(width, left + factor);
        int bottom = Math.min(height, top + factor);
        float sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += values[y * width + x];
            }
        }
        return sum / ((right - left) * (bottom - top));
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    /** The values within a box, which may reach beyond the plane; there they are zero. */
    Plane crop(Box box) {
        Plane cropped = new Plane(box.width(), box.height());
        int left = Math.max(0, -box.left());
        int right = Math.min(box.width(), width - box.left());
        for (int y = Math.max(0, -box.top()); y < Math.min(box.height(), height - box.top()); y++) {
            System.arraycopy(
                    values,
                    (box.top() + y) * width + box.left() + left,
                    cropped.values,
                    y * box.width() + left,
                    right - left);
        }
        return cropped;
    }

    static int ceilDivide(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}

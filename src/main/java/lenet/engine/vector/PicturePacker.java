package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import lenet.dataset.Images;
import lenet.dataset.PictureReader;
import lenet.network.Scaling;
import lenet.network.Shape;

/** Turns pictures' bytes into a block's padded, scaled input, straight from the data set. */
final class PicturePacker {

    private final Shape shape;
    private final float[] inputs;

    PicturePacker(Shape shape, Scaling scaling) {
        if (shape.maps() != 1) {
            throw new IllegalArgumentException("pictures are gray: an input of one map is needed, found " + shape);
        }
        this.shape = shape;
        this.inputs = scaling.table();
    }

    /**
     * Writes sixteen pictures into {@code values}, and around them the input of a blank pixel.
     *
     * @param index which picture of {@code images} is the block's i-th
     */
    void pack(Images images, IntUnaryOperator index, PictureReader reader, float[] values) {
        shape.checkHolds(images);
        int side = images.side();
        int top = (shape.height() - side) / 2;
        int left = (shape.width() - side) / 2;
        putBorderAround(side, top, left, values);
        byte[] pixels = sideBySide(images, index, reader);
        int area = side * side;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int from = row * side + column;
                int to = ((top + row) * shape.width() + left + column) * BLOCK;
                for (int picture = 0; picture < BLOCK; picture++) {
                    values[to + picture] = inputs[pixels[from + picture * area] & 0xff];
                }
            }
        }
    }

    /** The block's pictures are spread over the data set: each is fetched once, whole, which memory does fast. */
    private static byte[] sideBySide(Images images, IntUnaryOperator index, PictureReader reader) {
        int area = images.side() * images.side();
        byte[] pixels = new byte[BLOCK * area];
        for (int picture = 0; picture < BLOCK; picture++) {
            reader.read(images, index.applyAsInt(picture), pixels, picture * area);
        }
        return pixels;
    }

    private void putBorderAround(int side, int top, int left, float[] values) {
        int width = shape.width() * BLOCK;
        Arrays.fill(values, 0, top * width, inputs[0]);
        for (int row = top; row < top + side; row++) {
            Arrays.fill(values, row * width, row * width + left * BLOCK, inputs[0]);
            Arrays.fill(values, row * width + (left + side) * BLOCK, (row + 1) * width, inputs[0]);
        }
        Arrays.fill(values, (top + side) * width, shape.height() * width, inputs[0]);
    }
}

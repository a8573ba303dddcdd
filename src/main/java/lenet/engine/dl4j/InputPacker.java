package lenet.engine.dl4j;

import java.nio.FloatBuffer;
import java.util.function.IntUnaryOperator;
import lenet.dataset.Images;
import lenet.dataset.PictureReader;
import lenet.network.Scaling;
import lenet.network.Shape;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Turns pictures' bytes into a padded, scaled input {@code [picture][1][height][width]}, straight into native memory
 * that is used again as long as the number of pictures stays the same. One thread at a time.
 */
final class InputPacker implements AutoCloseable {

    private final Shape shape;
    private final float[] inputs;
    private @Nullable INDArray packed;
    private int side;

    InputPacker(Shape shape, Scaling scaling) {
        if (shape.maps() != 1) {
            throw new IllegalArgumentException("pictures are gray: an input of one map is needed, found " + shape);
        }
        this.shape = shape;
        this.inputs = scaling.table();
    }

    /**
     * The input of {@code count} pictures, the i-th being picture {@code index(i)} of {@code images}; valid until the
     * next call.
     */
    INDArray pack(Images images, int count, IntUnaryOperator index, PictureReader reader) {
        shape.checkHolds(images);
        INDArray array = padded(count, images.side());
        FloatBuffer values = array.data().asNioFloat();
        int top = (shape.height() - images.side()) / 2;
        int left = (shape.width() - images.side()) / 2;
        byte[] pixels = new byte[images.side() * images.side()];
        for (int i = 0; i < count; i++) {
            reader.read(images, index.applyAsInt(i), pixels, 0);
            int from = 0;
            for (int row = 0; row < images.side(); row++) {
                int to = i * shape.units() + (top + row) * shape.width() + left;
                for (int column = 0; column < images.side(); column++) {
                    values.put(to + column, inputs[pixels[from++] & 0xff]);
                }
            }
        }
        return array;
    }

    @Override
    public void close() {
        if (packed != null) {
            packed.close();
            packed = null;
        }
    }

    /** The padding is written once; only the digits change from batch to batch. */
    private INDArray padded(int count, int newSide) {
        INDArray array = packed;
        if (array == null || array.size(0) != count) {
            close();
            array = Nd4j.createUninitializedDetached(
                    DataType.FLOAT, count, shape.maps(), shape.height(), shape.width());
            packed = array;
            side = 0;
        }
        if (side != newSide) {
            array.assign(inputs[0]);
            side = newSide;
        }
        return array;
    }
}

package lenet.engine.dl4j;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import lenet.dataset.Images;
import lenet.network.Scaling;
import lenet.network.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Turns pictures' bytes into a padded, scaled input {@code [picture][1][height][width]}. One thread at a time. */
final class InputPacker {

    private final Shape shape;
    private final float[] inputs;
    private float[] buffer = new float[0];

    InputPacker(Shape shape, Scaling scaling) {
        this.shape = shape;
        this.inputs = scaling.table();
    }

    /** The input of {@code count} pictures, the i-th being picture {@code index(i)} of {@code images}. */
    INDArray pack(Images images, int count, IntUnaryOperator index) {
        if (images.side() > shape.height() || images.side() > shape.width()) {
            throw new IllegalArgumentException(
                    "pictures of %d×%d do not fit an input of %s".formatted(images.side(), images.side(), shape));
        }
        if (buffer.length != count * shape.units()) {
            buffer = new float[count * shape.units()];
            // The padding is written once; only the digit changes from batch to batch.
            Arrays.fill(buffer, inputs[0]);
        }
        int top = (shape.height() - images.side()) / 2;
        int left = (shape.width() - images.side()) / 2;
        byte[] pixels = images.pixels();
        for (int i = 0; i < count; i++) {
            int from = images.offset(index.applyAsInt(i));
            for (int row = 0; row < images.side(); row++) {
                int to = i * shape.units() + (top + row) * shape.width() + left;
                for (int column = 0; column < images.side(); column++) {
                    buffer[to + column] = inputs[pixels[from++] & 0xff];
                }
            }
        }
        return Nd4j.create(buffer, new long[] {count, shape.maps(), shape.height(), shape.width()}, 'c');
    }
}

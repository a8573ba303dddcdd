package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.LENGTH;
import static lenet.engine.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import lenet.network.Layer;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;

/**
 * A fully connected layer of one picture: vectors run along the units, whose weights from one input are neighbours. Also
 * a convolution whose kernel covers its whole input.
 */
final class PictureDense implements PictureLayer {

    /** Vectors at once, so that the additions of one need not wait for each other. */
    private static final int VECTORS = 4;

    private final Matrix matrix;
    private final Squashing squashing;
    private final int[] order;

    /** @param order where each input unit lies, in {@code [map][row][column]} order */
    PictureDense(Matrix matrix, Layer layer, int[] order) {
        this.matrix = matrix;
        this.squashing = Squashing.of(
                layer instanceof Convolution convolution ? convolution.activation() : ((Dense) layer).activation());
        this.order = order;
    }

    @Override
    public void forward(float[] parameters, float[] in, float[] out) {
        int unit = 0;
        for (; unit + VECTORS * LENGTH <= matrix.stride(); unit += VECTORS * LENGTH) {
            fourVectors(parameters, matrix.bias(unit), matrix.stride(), in, order, out, unit);
        }
        for (; unit < matrix.stride(); unit += LENGTH) {
            oneVector(parameters, matrix.bias(unit), matrix.stride(), in, order, out, unit);
        }
        squashing.squash(out, 0, Lanes.roundUp(matrix.outputs(), BLOCK));
    }

    @Override
    public int size() {
        return matrix.stride();
    }

    private static void fourVectors(
            float[] weights, int bias, int stride, float[] in, int[] order, float[] out, int to) {
        FloatVector a = FloatVector.fromArray(SPECIES, weights, bias);
        FloatVector b = FloatVector.fromArray(SPECIES, weights, bias + LENGTH);
        FloatVector c = FloatVector.fromArray(SPECIES, weights, bias + 2 * LENGTH);
        FloatVector d = FloatVector.fromArray(SPECIES, weights, bias + 3 * LENGTH);
        for (int i = 0; i < order.length; i++) {
            int w = bias + (1 + i) * stride;
            FloatVector x = FloatVector.broadcast(SPECIES, in[order[i]]);
            a = x.fma(FloatVector.fromArray(SPECIES, weights, w), a);
            b = x.fma(FloatVector.fromArray(SPECIES, weights, w + LENGTH), b);
            c = x.fma(FloatVector.fromArray(SPECIES, weights, w + 2 * LENGTH), c);
            d = x.fma(FloatVector.fromArray(SPECIES, weights, w + 3 * LENGTH), d);
        }
        a.intoArray(out, to);
        b.intoArray(out, to + LENGTH);
        c.intoArray(out, to + 2 * LENGTH);
        d.intoArray(out, to + 3 * LENGTH);
    }

    private static void oneVector(float[] weights, int bias, int stride, float[] in, int[] order, float[] out, int to) {
        FloatVector sum = FloatVector.fromArray(SPECIES, weights, bias);
        for (int i = 0; i < order.length; i++) {
            FloatVector x = FloatVector.broadcast(SPECIES, in[order[i]]);
            sum = x.fma(FloatVector.fromArray(SPECIES, weights, bias + (1 + i) * stride), sum);
        }
        sum.intoArray(out, to);
    }
}

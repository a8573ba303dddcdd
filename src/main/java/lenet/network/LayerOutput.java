package lenet.network;

/**
 * What one layer gives for one picture.
 *
 * @param layer the layer's name in the paper, or {@link #INPUT}
 * @param values {@code [map][row][column]}, row-major
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one answer; never compared.
public record LayerOutput(String layer, Shape shape, double[] values) {

    /** The padded and scaled picture, before any layer. */
    public static final String INPUT = "INPUT";

    public LayerOutput {
        if (values.length != shape.units()) {
            throw new IllegalArgumentException(
                    "%s of %s has %,d units, found %,d".formatted(layer, shape, shape.units(), values.length));
        }
    }

    /** The values of feature map {@code map}, {@code [row][column]}. */
    public double[][] map(int map) {
        double[][] rows = new double[shape.height()][shape.width()];
        for (int row = 0; row < shape.height(); row++) {
            System.arraycopy(values, (map * shape.height() + row) * shape.width(), rows[row], 0, shape.width());
        }
        return rows;
    }
}

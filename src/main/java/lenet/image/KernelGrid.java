package lenet.image;

import java.util.List;

/**
 * One layer's kernels to be drawn, a column for each of its maps and a row for each map below.
 *
 * @param name of the layer, with what there is to say of it
 * @param side rows and columns of a kernel
 */
public record KernelGrid(String name, int columns, int rows, int side, List<Tile> tiles) {

    /**
     * One kernel.
     *
     * @param weights {@code [row][column]}, row-major
     */
    @SuppressWarnings("ArrayRecordComponent") // Made for one drawing; never compared.
    public record Tile(int column, int row, float[] weights) {}

    public KernelGrid {
        tiles = List.copyOf(tiles);
    }

    /** The largest weight without its sign. */
    double largest() {
        double largest = 0;
        for (Tile tile : tiles) {
            for (float weight : tile.weights()) {
                largest = Math.max(largest, Math.abs(weight));
            }
        }
        return largest;
    }
}

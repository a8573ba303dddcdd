package lenet.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The kernels of a network's convolutions, one layer below the other: blue below zero, white at zero, vermilion above,
 * each layer on the scale of its own largest weight. 960 pixels wide, as high as the layers need.
 */
public final class KernelPlot {

    private static final int WIDTH = 960;
    private static final int MARGIN = 24;
    private static final int TITLE_HEIGHT = 56;
    private static final int HEADING_HEIGHT = 30;
    private static final int LAYER_GAP = 18;
    private static final int LARGEST_CELL = 8;

    private final String title;
    private final List<KernelGrid> layers;

    /** A plot of these layers, from the input on. */
    public KernelPlot(String title, List<KernelGrid> layers) {
        this.title = title;
        this.layers = List.copyOf(layers);
    }

    /** The plot as an 8-bit RGB PNG. */
    public byte[] toPng() {
        List<Block> blocks = new ArrayList<>();
        int top = TITLE_HEIGHT;
        for (KernelGrid layer : layers) {
            Block block = Block.of(layer, top);
            blocks.add(block);
            top += block.height() + LAYER_GAP;
        }
        return new Figure(WIDTH, top + MARGIN - LAYER_GAP, graphics -> paint(blocks, graphics)).toPng();
    }

    private void paint(List<Block> blocks, Graphics2D graphics) {
        graphics.setColor(Palette.TEXT);
        new Lettering(graphics).startingAt(MARGIN, TITLE_HEIGHT / 2.0, title, ChartStyle.TITLE);
        blocks.forEach(block -> block.paint(graphics));
    }

    /**
     * One layer on the page.
     *
     * @param cell side of one weight, in pixels
     * @param gap between two kernels, in pixels
     */
    private record Block(KernelGrid layer, int top, int cell, int gap) {

        /** Many maps get small cells, so that one line holds them all. */
        static Block of(KernelGrid layer, int top) {
            int room = (WIDTH - 2 * MARGIN) / layer.columns();
            int cell = Math.max(1, Math.min(LARGEST_CELL, (room - 2) / layer.side()));
            return new Block(layer, top, cell, cell == 1 ? 2 : cell);
        }

        private int step() {
            return layer.side() * cell + gap;
        }

        int height() {
            return HEADING_HEIGHT + layer.rows() * step() + gap;
        }

        void paint(Graphics2D graphics) {
            graphics.setColor(Palette.TEXT);
            new Lettering(graphics).startingAt(MARGIN, top + HEADING_HEIGHT / 2.0 - 2, layer.name(), ChartStyle.LABEL);
            graphics.setColor(Palette.GRID);
            graphics.fillRect(
                    MARGIN, top + HEADING_HEIGHT, layer.columns() * step() + gap, layer.rows() * step() + gap);
            double largest = layer.largest();
            for (KernelGrid.Tile tile : layer.tiles()) {
                int left = MARGIN + gap + tile.column() * step();
                int upper = top + HEADING_HEIGHT + gap + tile.row() * step();
                for (int i = 0; i < tile.weights().length; i++) {
                    graphics.setColor(colour(tile.weights()[i], largest));
                    graphics.fillRect(left + i % layer.side() * cell, upper + i / layer.side() * cell, cell, cell);
                }
            }
        }

        private static Color colour(double weight, double largest) {
            return Palette.onWhite(
                    weight < 0 ? Palette.BLUE : Palette.VERMILION, largest == 0 ? 0 : Math.abs(weight) / largest);
        }
    }
}

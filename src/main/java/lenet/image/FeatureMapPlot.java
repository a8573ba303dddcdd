package lenet.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A network's layers for one picture, one below the other, as in the paper's figure 2: blue below zero, white at zero,
 * vermilion above, each layer on the scale of its own largest value. 960 pixels wide, as high as the layers need.
 */
public final class FeatureMapPlot {

    private static final int WIDTH = 960;
    private static final int MARGIN = 24;
    private static final int GAP = 6;
    private static final int TITLE_HEIGHT = 56;
    private static final int HEADING_HEIGHT = 30;
    private static final int LABEL_HEIGHT = 22;
    private static final int LAYER_GAP = 14;

    private final String title;
    private final List<FeatureMaps> layers;

    /** A plot of these layers, from input to output. */
    public FeatureMapPlot(String title, List<FeatureMaps> layers) {
        this.title = title;
        this.layers = List.copyOf(layers);
    }

    /** The plot as an 8-bit RGB PNG. */
    public byte[] toPng() {
        return figure().toPng();
    }

    /** The plot as an SVG document. */
    public String toSvg() {
        return figure().toSvg();
    }

    private Figure figure() {
        List<Row> rows = new ArrayList<>();
        int top = TITLE_HEIGHT;
        for (FeatureMaps layer : layers) {
            Row row = Row.of(layer, top);
            rows.add(row);
            top += row.height() + LAYER_GAP;
        }
        return new Figure(WIDTH, top + MARGIN - LAYER_GAP, graphics -> paint(rows, graphics));
    }

    private void paint(List<Row> rows, Graphics2D graphics) {
        graphics.setColor(Palette.TEXT);
        new Lettering(graphics).startingAt(MARGIN, TITLE_HEIGHT / 2.0, title, ChartStyle.TITLE);
        rows.forEach(row -> row.paint(graphics));
    }

    /**
     * One layer's maps in lines that are as long as the page allows.
     *
     * @param cell side of one value, in pixels
     * @param perLine how many maps stand side by side
     */
    private record Row(FeatureMaps layer, int top, int cell, int perLine) {

        static Row of(FeatureMaps layer, int top) {
            int cell = cell(layer);
            int tile = layer.width() * cell + gap(layer);
            return new Row(layer, top, cell, Math.max(1, (WIDTH - 2 * MARGIN + gap(layer)) / tile));
        }

        /** Small maps are magnified more. */
        private static int cell(FeatureMaps layer) {
            if (layer.width() == 1) {
                return layer.labels().isEmpty() ? 14 : 40;
            }
            return Math.max(2, Math.min(7, 34 / layer.width() + 2));
        }

        private static int gap(FeatureMaps layer) {
            return layer.width() == 1 && layer.labels().isEmpty() ? 1 : GAP;
        }

        int height() {
            int lines = Plane.ceilDivide(layer.maps(), perLine);
            return HEADING_HEIGHT + lines * lineHeight() - gap(layer);
        }

        private int lineHeight() {
            return layer.height() * cell + (layer.labels().isEmpty() ? 0 : LABEL_HEIGHT) + gap(layer);
        }

        void paint(Graphics2D graphics) {
            graphics.setColor(Palette.TEXT);
            Lettering letters = new Lettering(graphics);
            letters.startingAt(MARGIN, top + HEADING_HEIGHT / 2.0 - 2, heading(), ChartStyle.LABEL);
            for (int map = 0; map < layer.maps(); map++) {
                int left = MARGIN + map % perLine * (layer.width() * cell + gap(layer));
                int upper = top + HEADING_HEIGHT + map / perLine * lineHeight();
                paint(map, left, upper, graphics);
            }
        }

        private void paint(int map, int left, int upper, Graphics2D graphics) {
            for (int row = 0; row < layer.height(); row++) {
                for (int column = 0; column < layer.width(); column++) {
                    graphics.setColor(colour(layer.value(map, row, column)));
                    graphics.fill(new Rectangle2D.Double(left + column * cell, upper + row * cell, cell, cell));
                }
            }
            graphics.setColor(Palette.GRID);
            graphics.draw(new Rectangle2D.Double(left, upper, layer.width() * cell, layer.height() * cell));
            if (!layer.labels().isEmpty()) {
                graphics.setColor(Palette.TEXT);
                new Lettering(graphics)
                        .centred(
                                layer.labels().get(map),
                                left + layer.width() * cell / 2.0,
                                upper + layer.height() * cell + LABEL_HEIGHT / 2.0,
                                ChartStyle.TICK);
            }
        }

        private String heading() {
            String what = layer.width() == 1 && layer.height() == 1
                    ? "%d %s".formatted(layer.maps(), layer.maps() == 1 ? "unit" : "units")
                    : "%d %s of %d×%d"
                            .formatted(layer.maps(), layer.maps() == 1 ? "map" : "maps", layer.height(), layer.width());
            return String.format(
                    Locale.ROOT, "%s: %s, %.2f to %.2f", layer.name(), what, layer.smallest(), layer.largest());
        }

        private Color colour(double value) {
            if (layer.ink()) {
                double range = layer.largest() - layer.smallest();
                return Palette.onWhite(Color.BLACK, range == 0 ? 0 : (value - layer.smallest()) / range);
            }
            double largest = Math.max(Math.abs(layer.smallest()), Math.abs(layer.largest()));
            return Palette.onWhite(
                    value < 0 ? Palette.BLUE : Palette.VERMILION, largest == 0 ? 0 : Math.abs(value) / largest);
        }
    }
}

package lenet.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.Locale;

/**
 * The counts of a ten-class confusion matrix, one row per true class and one column per predicted class, 860×900 pixels.
 * Hits are blue and errors vermilion, each on its own scale, so that a handful of errors stays visible beside a thousand
 * hits.
 */
public final class ConfusionMatrixPlot {

    private static final int CLASSES = 10;
    private static final int CELL = 70;
    private static final int LEFT = 110;
    private static final int TOP = 110;
    private static final int WIDTH = 860;
    private static final int HEIGHT = 900;
    private static final int TICK_GAP = 12;
    private static final double FAINTEST = 0.15;
    private static final double DARK = 0.55;

    private final String title;
    private final int[][] counts;

    /**
     * A plot of a copy of these counts; the title may be empty.
     *
     * @throws IllegalArgumentException if the counts are not 10×10 or one is negative
     */
    public ConfusionMatrixPlot(String title, int[][] counts) {
        this.title = title;
        this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
        boolean square = counts.length == CLASSES && Arrays.stream(counts).allMatch(row -> row.length == CLASSES);
        if (!square || Arrays.stream(counts).flatMapToInt(Arrays::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a confusion matrix has 10 rows of 10 counts of at least 0");
        }
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
        return new Figure(WIDTH, HEIGHT, this::paint);
    }

    private void paint(Graphics2D graphics) {
        graphics.setColor(Palette.TEXT);
        Lettering letters = new Lettering(graphics);
        double centre = LEFT + CLASSES * CELL / 2.0;
        letters.centred(title, centre, 36, ChartStyle.TITLE);
        letters.centred(summary(), centre, 66, ChartStyle.LABEL);
        letters.centred("predicted class", centre, TOP + CLASSES * CELL + 60, ChartStyle.LABEL);
        letters.upwards("true class", LEFT - 60, TOP + CLASSES * CELL / 2.0, ChartStyle.LABEL);
        for (int digit = 0; digit < CLASSES; digit++) {
            double middle = (digit + 0.5) * CELL;
            String name = Integer.toString(digit);
            letters.centred(name, LEFT - 22, TOP + middle, ChartStyle.LABEL);
            letters.centred(name, LEFT + middle, TOP + CLASSES * CELL + 10 + TICK_GAP, ChartStyle.LABEL);
        }
        for (int row = 0; row < CLASSES; row++) {
            for (int column = 0; column < CLASSES; column++) {
                paintCell(row, column, graphics);
            }
        }
    }

    private void paintCell(int row, int column, Graphics2D graphics) {
        int x = LEFT + column * CELL;
        int y = TOP + row * CELL;
        int count = counts[row][column];
        boolean hit = row == column;
        double share = count == 0 ? 0 : FAINTEST + (1 - FAINTEST) * count / greatest(hit);
        graphics.setColor(Palette.onWhite(hit ? Palette.BLUE : Palette.VERMILION, share));
        graphics.fillRect(x, y, CELL, CELL);
        graphics.setColor(Palette.GRID);
        graphics.drawRect(x, y, CELL, CELL);
        graphics.setColor(count == 0 ? Palette.GRID : share > DARK ? Color.WHITE : Palette.TEXT);
        Font font = count >= 100_000 ? ChartStyle.TICK : ChartStyle.LABEL;
        new Lettering(graphics).centred(Integer.toString(count), x + CELL / 2.0, y + CELL / 2.0, font);
    }

    private String summary() {
        long hits = 0;
        long all = 0;
        for (int row = 0; row < CLASSES; row++) {
            hits += counts[row][row];
            all += Arrays.stream(counts[row]).asLongStream().sum();
        }
        return all == 0
                ? "nothing classified yet"
                : String.format(Locale.ROOT, "%,d of %,d wrong (%.2f %%)", all - hits, all, 100.0 * (all - hits) / all);
    }

    private int greatest(boolean hits) {
        int greatest = 1;
        for (int row = 0; row < CLASSES; row++) {
            for (int column = 0; column < CLASSES; column++) {
                if (row == column == hits) {
                    greatest = Math.max(greatest, counts[row][column]);
                }
            }
        }
        return greatest;
    }
}

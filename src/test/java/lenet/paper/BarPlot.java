package lenet.paper;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** Methods one below the other, each with the paper's error in grey and ours in colour, from the least seed to the most. */
record BarPlot(List<ErrorsFigure.Bar> bars) {

    private static final int WIDTH = 960;
    private static final int LEFT = 330;
    private static final int RIGHT = 90;
    private static final int LEGEND = 200;
    private static final int TOP = 90;
    private static final int BOTTOM = 60;
    private static final int BAR = 15;
    private static final int GAP = 8;
    /** The longest of the paper's bars, in percent. */
    private static final int END = 12;

    Picture picture() {
        return new Picture(WIDTH, bottom() + BOTTOM, this::paint);
    }

    private int bottom() {
        return TOP + bars.stream().mapToInt(BarPlot::height).sum();
    }

    private static int height(ErrorsFigure.Bar bar) {
        return GAP + BAR * ((bar.paper() == null ? 0 : 1) + (bar.here() == null ? 0 : 1));
    }

    private void paint(Graphics2D graphics) {
        write(graphics, "Error on the test set in %", WIDTH / 2.0, 36, 0.5, Picture.TITLE);
        legend(graphics);
        for (int percent = 0; percent <= END; percent += 2) {
            graphics.setColor(Ink.GRID.colour());
            graphics.draw(new Line2D.Double(x(percent), TOP, x(percent), bottom()));
            write(graphics, String.valueOf(percent), x(percent), bottom() + 18, 0.5, Picture.SMALL);
        }
        int top = TOP;
        for (ErrorsFigure.Bar bar : bars) {
            write(graphics, bar.method(), LEFT - GAP, top + height(bar) / 2.0, 1, Picture.SMALL);
            bars(graphics, bar, top + GAP / 2.0);
            top += height(bar);
        }
    }

    private static void legend(Graphics2D graphics) {
        graphics.setColor(Ink.PAPER.colour());
        graphics.fill(new Rectangle2D.Double(LEGEND, 58, BAR, BAR));
        write(graphics, "the paper", LEGEND + BAR + GAP, 65, 0, Picture.LABEL);
        graphics.setColor(Ink.VERMILION.colour());
        graphics.fill(new Rectangle2D.Double(LEGEND + 130, 58, BAR, BAR));
        write(
                graphics,
                "this service: mean of the seeds, and from the least to the most",
                LEGEND + 130 + BAR + GAP,
                65,
                0,
                Picture.LABEL);
    }

    private static void bars(Graphics2D graphics, ErrorsFigure.Bar bar, double top) {
        Double paper = bar.paper();
        double below = top;
        if (paper != null) {
            graphics.setColor(Ink.PAPER.colour());
            graphics.fill(new Rectangle2D.Double(LEFT, top, x(paper) - LEFT, BAR - 1));
            write(graphics, number(paper), x(paper) + GAP, top + BAR / 2.0, 0, Picture.SMALL);
            below += BAR;
        }
        Spread here = bar.here();
        if (here != null) {
            double mean = 100 * here.mean();
            double middle = below + BAR / 2.0;
            graphics.setColor(Ink.VERMILION.colour());
            graphics.fill(new Rectangle2D.Double(LEFT, below, x(mean) - LEFT, BAR - 1));
            graphics.setColor(Ink.TEXT.colour());
            graphics.setStroke(new BasicStroke(1.5f));
            graphics.draw(new Line2D.Double(x(100 * here.least()), middle, x(100 * here.most()), middle));
            write(graphics, number(mean), x(100 * here.most()) + GAP, middle, 0, Picture.SMALL);
        }
    }

    /** Errors beyond the axis, such as those of a first try, end at its end. */
    private static double x(double percent) {
        return LEFT + (WIDTH - LEFT - RIGHT) * Math.min(percent, END) / END;
    }

    private static String number(double percent) {
        return String.format(Locale.ROOT, "%.2f", percent);
    }

    /**
     * Writes dark text.
     *
     * @param part of the text's width that is left of {@code x}
     * @param middle of its height
     */
    private static void write(Graphics2D graphics, String text, double x, double middle, double part, Font font) {
        graphics.setColor(Ink.TEXT.colour());
        graphics.setFont(font);
        double left = x - part * graphics.getFontMetrics().stringWidth(text);
        graphics.drawString(text, (float) left, (float) (middle + 0.36 * font.getSize()));
    }
}

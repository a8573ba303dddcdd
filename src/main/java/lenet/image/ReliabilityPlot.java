package lenet.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * A reliability diagram: accuracy over confidence, a bar a bin with the interval in which so few pictures leave it, and a
 * dot that should lie on the diagonal. Below stands how many pictures a bin has, by the logarithm, as most crowd near 1.
 * 640×640 pixels.
 */
public record ReliabilityPlot(String title, String subtitle, List<ReliabilityBar> bars) {

    private static final int SIZE = 640;
    private static final int LEFT = 76;
    private static final int RIGHT = 616;
    private static final int TOP = 82;
    private static final int BOTTOM = 422;
    private static final int COUNTS_TOP = 462;
    private static final int COUNTS_BOTTOM = 562;
    private static final double GAP = 2;
    private static final double RADIUS = 5;
    private static final double SMALLEST_COUNT = 3;
    private static final Color BAR = Palette.onWhite(Palette.BLUE, 0.35);
    private static final Color INTERVAL = new Color(0x6A6A6A);

    public ReliabilityPlot {
        bars = List.copyOf(bars);
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
        return new Figure(SIZE, SIZE, this::paint);
    }

    private void paint(Graphics2D graphics) {
        Lettering letters = new Lettering(graphics);
        graphics.setColor(Palette.TEXT);
        letters.centred(letters.fitting(title, SIZE - 20, ChartStyle.TITLE), SIZE / 2.0, 28, ChartStyle.TITLE);
        letters.centred(subtitle, SIZE / 2.0, 56, ChartStyle.LABEL);
        letters.upwards("accuracy in %", 22, (TOP + BOTTOM) / 2.0, ChartStyle.LABEL);
        letters.upwards("pictures", 22, (COUNTS_TOP + COUNTS_BOTTOM) / 2.0, ChartStyle.LABEL);
        letters.centred("confidence in %", (LEFT + RIGHT) / 2.0, COUNTS_BOTTOM + 54, ChartStyle.LABEL);
        paintGrid(graphics, letters);
        List<ReliabilityBar> filled =
                bars.stream().filter(bar -> bar.count() > 0).toList();
        filled.forEach(bar -> paintBar(graphics, bar));
        paintDiagonal(graphics);
        filled.forEach(bar -> paintInterval(graphics, bar));
        filled.forEach(bar -> paintDot(graphics, bar));
        filled.forEach(bar -> paintCount(graphics, letters, bar));
    }

    private static void paintGrid(Graphics2D graphics, Lettering letters) {
        graphics.setStroke(new BasicStroke(0.8f));
        for (int percent = 0; percent <= 100; percent += 20) {
            double x = x(percent / 100.0);
            double y = y(percent / 100.0);
            graphics.setColor(Palette.GRID);
            graphics.draw(new Line2D.Double(x, TOP, x, BOTTOM));
            graphics.draw(new Line2D.Double(x, COUNTS_TOP, x, COUNTS_BOTTOM));
            graphics.draw(new Line2D.Double(LEFT, y, RIGHT, y));
            graphics.setColor(Palette.TEXT);
            String text = Integer.toString(percent);
            letters.endingAtOnWhite(LEFT - 9, y, text, ChartStyle.TICK);
            letters.centred(text, x, COUNTS_BOTTOM + 20, ChartStyle.TICK);
        }
        graphics.setColor(Palette.GRID);
        graphics.draw(new Line2D.Double(LEFT, COUNTS_BOTTOM, RIGHT, COUNTS_BOTTOM));
    }

    private static void paintBar(Graphics2D graphics, ReliabilityBar bar) {
        graphics.setColor(BAR);
        double top = y(bar.accuracy());
        graphics.fill(new Rectangle2D.Double(x(bar.from()) + GAP / 2, top, width(bar), BOTTOM - top));
    }

    private static void paintDiagonal(Graphics2D graphics) {
        graphics.setColor(Palette.TEXT);
        graphics.setStroke(
                new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {6, 5}, 0));
        graphics.draw(new Line2D.Double(x(0), y(0), x(1), y(1)));
    }

    private static void paintInterval(Graphics2D graphics, ReliabilityBar bar) {
        graphics.setColor(INTERVAL);
        graphics.setStroke(new BasicStroke(1.4f));
        double x = x(bar.confidence());
        graphics.draw(new Line2D.Double(x, y(bar.lowest()), x, y(bar.highest())));
    }

    private static void paintDot(Graphics2D graphics, ReliabilityBar bar) {
        Ellipse2D dot =
                new Ellipse2D.Double(x(bar.confidence()) - RADIUS, y(bar.accuracy()) - RADIUS, 2 * RADIUS, 2 * RADIUS);
        graphics.setColor(Palette.VERMILION);
        graphics.fill(dot);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(1.2f));
        graphics.draw(dot);
    }

    private void paintCount(Graphics2D graphics, Lettering letters, ReliabilityBar bar) {
        double most = bars.stream().mapToInt(ReliabilityBar::count).max().orElse(1);
        double share = Math.log1p(bar.count()) / Math.log1p(Math.max(SMALLEST_COUNT, most));
        double height = share * (COUNTS_BOTTOM - COUNTS_TOP);
        graphics.setColor(Palette.BLUE);
        graphics.fill(new Rectangle2D.Double(x(bar.from()) + GAP / 2, COUNTS_BOTTOM - height, width(bar), height));
        graphics.setColor(Palette.TEXT);
        String text = String.format(Locale.ROOT, "%,d", bar.count());
        double middle = (x(bar.from()) + x(bar.to())) / 2;
        double end = Math.min(RIGHT + 18.0, middle + letters.width(text, ChartStyle.TICK) / 2.0);
        letters.endingAtOnWhite(end, COUNTS_BOTTOM - height - 10, text, ChartStyle.TICK);
    }

    private static double width(ReliabilityBar bar) {
        return x(bar.to()) - x(bar.from()) - GAP;
    }

    private static double x(double share) {
        return LEFT + share * (RIGHT - LEFT);
    }

    private static double y(double share) {
        return BOTTOM - share * (BOTTOM - TOP);
    }
}

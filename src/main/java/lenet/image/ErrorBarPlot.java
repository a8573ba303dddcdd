package lenet.image;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * Error rates as bars, one below the other, each with its name and its figure; those that the others are held against
 * are blue. 960 pixels wide, as high as the bars need.
 */
public final class ErrorBarPlot {

    private static final int WIDTH = 960;
    private static final int LEFT = 150;
    private static final int RIGHT = 90;
    private static final int TOP = 92;
    private static final int ROW = 30;
    private static final int BAR = 18;
    private static final int AXIS = 64;
    private static final int GAP = 10;
    private static final int MOST_TICKS = 8;
    private static final double SHORTEST_AXIS = 0.01;

    private final String title;
    private final String subtitle;
    private final List<ErrorBar> bars;

    /** A plot of these bars, from the top; title and subtitle may be empty. */
    public ErrorBarPlot(String title, String subtitle, List<ErrorBar> bars) {
        this.title = title;
        this.subtitle = subtitle;
        this.bars = List.copyOf(bars);
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
        return new Figure(WIDTH, bottom() + AXIS, this::paint);
    }

    private void paint(Graphics2D graphics) {
        Lettering letters = new Lettering(graphics);
        graphics.setColor(Palette.TEXT);
        letters.centred(title, WIDTH / 2.0, 32, ChartStyle.TITLE);
        letters.centred(subtitle, WIDTH / 2.0, 62, ChartStyle.LABEL);
        letters.centred("error rate in %", (LEFT + WIDTH - RIGHT) / 2.0, bottom() + 46, ChartStyle.LABEL);
        for (double percent : new RoundNumbers(0, 100 * longest(), false).within(MOST_TICKS)) {
            double x = LEFT + length(percent / 100);
            graphics.setColor(Palette.GRID);
            graphics.draw(new Line2D.Double(x, TOP, x, bottom()));
            graphics.setColor(Palette.TEXT);
            letters.centred(RoundNumbers.text(percent), x, bottom() + 18, ChartStyle.TICK);
        }
        for (int i = 0; i < bars.size(); i++) {
            paint(bars.get(i), TOP + (i + 0.5) * ROW, graphics, letters);
        }
    }

    private void paint(ErrorBar bar, double middle, Graphics2D graphics, Lettering letters) {
        double length = length(bar.errorRate());
        graphics.setColor(bar.reference() ? Palette.BLUE : Palette.VERMILION);
        graphics.fill(new Rectangle2D.Double(LEFT, middle - BAR / 2.0, length, BAR));
        graphics.setColor(Palette.TEXT);
        String label = letters.fitting(bar.label(), LEFT - 2.0 * GAP, ChartStyle.TICK);
        letters.startingAt(LEFT - GAP - letters.width(label, ChartStyle.TICK), middle, label, ChartStyle.TICK);
        String figure = String.format(Locale.ROOT, "%.2f %%", 100 * bar.errorRate());
        double end = LEFT + length + GAP + letters.width(figure, ChartStyle.TICK);
        letters.endingAtOnWhite(end, middle, figure, ChartStyle.TICK);
    }

    private double length(double errorRate) {
        return (WIDTH - LEFT - RIGHT) * errorRate / longest();
    }

    private double longest() {
        return Math.max(
                SHORTEST_AXIS,
                bars.stream().mapToDouble(ErrorBar::errorRate).max().orElse(0));
    }

    private int bottom() {
        return TOP + bars.size() * ROW;
    }
}

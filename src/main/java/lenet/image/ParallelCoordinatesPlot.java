package lenet.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One vertical axis a setting and one for the score, and a line a run: the better the darker, the best one emphasised, those
 * without a score dashed. 640 pixels high, 1000 or more wide.
 */
public record ParallelCoordinatesPlot(RunComparison comparison) {

    private static final int LEAST_WIDTH = 1000;
    private static final int HEIGHT = 640;
    private static final int LEFT = 120;
    private static final int RIGHT = 130;
    private static final int TOP = 140;
    private static final int BOTTOM = 560;
    private static final int LEAST_GAP = 165;
    private static final double TICK_GAP = 20.0 / (BOTTOM - TOP);
    private static final int STRIP = 8;
    private static final int MANY = 25;
    private static final Font AXIS = Typeface.bold(14);
    private static final Color UNSCORED = new Color(0xA8A8A8);

    /** The plot as an 8-bit RGB PNG. */
    public byte[] toPng() {
        return figure().toPng();
    }

    /** The plot as an SVG document. */
    public String toSvg() {
        return figure().toSvg();
    }

    private Figure figure() {
        int width = Math.max(LEAST_WIDTH, LEFT + RIGHT + LEAST_GAP * settings());
        return new Figure(width, HEIGHT, graphics -> paint(graphics, width));
    }

    private void paint(Graphics2D graphics, int width) {
        double gap = (double) (width - LEFT - RIGHT) / settings();
        AxisScale[] scales =
                IntStream.range(0, settings()).mapToObj(comparison::scale).toArray(AxisScale[]::new);
        AxisScale score = comparison.scoreScale();
        graphics.setColor(Palette.TEXT);
        Lettering letters = new Lettering(graphics);
        String title = letters.fitting(comparison.title(), width - 40, ChartStyle.TITLE);
        letters.centred(title, width / 2.0, 34, ChartStyle.TITLE);
        letters.centred(comparison.subtitle(), width / 2.0, 64, ChartStyle.LABEL);
        paintRuns(graphics, gap, scales, score);
        for (int axis = 0; axis < settings(); axis++) {
            paintAxis(graphics, LEFT + axis * gap, scales[axis]);
        }
        paintScore(graphics, LEFT + settings() * gap, score);
        new RunLegend(comparison).paint(graphics, width / 2.0, HEIGHT - 34);
    }

    private void paintRuns(Graphics2D graphics, double gap, AxisScale[] scales, AxisScale score) {
        graphics.setColor(UNSCORED);
        graphics.setStroke(RunLegend.DASHED);
        comparison.unscored().forEach(run -> graphics.draw(line(run, gap, scales)));
        float thin = comparison.runs().size() > MANY ? 1.3f : 2f;
        for (RunPoint run : comparison.scored()) {
            boolean best = run.equals(comparison.best().orElse(null));
            double position = score.position(run.score());
            Path2D line = line(run, gap, scales);
            line.lineTo(LEFT + settings() * gap, y(position));
            graphics.setColor(best ? Palette.VERMILION : comparison.colour(position));
            graphics.setStroke(new BasicStroke(best ? 3.5f : thin, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(line);
            if (best) {
                paintDots(graphics, run, gap, scales);
            }
        }
    }

    private Path2D line(RunPoint run, double gap, AxisScale[] scales) {
        Path2D line = new Path2D.Double();
        for (int axis = 0; axis < scales.length; axis++) {
            double x = LEFT + axis * gap;
            double y = y(scales[axis].position(run.values().get(axis)));
            if (axis == 0) {
                line.moveTo(x, y);
                // A lone axis has no line to it; a stub shows that the run was there.
                line.lineTo(x + (scales.length == 1 ? gap / 6 : 0), y);
            } else {
                line.lineTo(x, y);
            }
        }
        return line;
    }

    private void paintDots(Graphics2D graphics, RunPoint run, double gap, AxisScale[] scales) {
        for (int axis = 0; axis < scales.length; axis++) {
            double y = y(scales[axis].position(run.values().get(axis)));
            graphics.fill(new Ellipse2D.Double(LEFT + axis * gap - 5, y - 5, 10, 10));
        }
    }

    private void paintAxis(Graphics2D graphics, double x, AxisScale scale) {
        Lettering letters = new Lettering(graphics);
        graphics.setColor(Palette.TEXT);
        graphics.setStroke(new BasicStroke(1.2f));
        graphics.draw(new Line2D.Double(x, TOP, x, BOTTOM));
        letters.centred(scale.axis().name(), x, TOP - 30, AXIS);
        for (AxisScale.Tick tick : scale.ticks(TICK_GAP)) {
            graphics.draw(new Line2D.Double(x - 4, y(tick.position()), x + 4, y(tick.position())));
            letters.endingAtOnWhite(x - 9, y(tick.position()), tick.label(), ChartStyle.TICK);
        }
    }

    private void paintScore(Graphics2D graphics, double x, AxisScale scale) {
        for (int y = TOP; y < BOTTOM; y++) {
            graphics.setColor(comparison.colour((double) (BOTTOM - y) / (BOTTOM - TOP)));
            graphics.fill(new Rectangle2D.Double(x, y, STRIP, 1));
        }
        Lettering letters = new Lettering(graphics);
        graphics.setColor(Palette.TEXT);
        graphics.setStroke(new BasicStroke(1.2f));
        letters.centred(comparison.scoreName(), x, TOP - 30, AXIS);
        for (AxisScale.Tick tick : scale.values().isEmpty() ? List.<AxisScale.Tick>of() : scale.ticks(TICK_GAP)) {
            double y = y(tick.position());
            graphics.draw(new Line2D.Double(x + STRIP, y, x + STRIP + 4, y));
            letters.startingAt(x + STRIP + 9, y, tick.label(), ChartStyle.TICK);
        }
    }

    private int settings() {
        return comparison.axes().size();
    }

    private static double y(double position) {
        return BOTTOM - position * (BOTTOM - TOP);
    }
}

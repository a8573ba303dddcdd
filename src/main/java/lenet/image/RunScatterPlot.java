package lenet.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Score over the first setting, a dot a run: the better the darker, the best one emphasised, those without a score as
 * crosses below. 1000×640 pixels.
 */
public record RunScatterPlot(RunComparison comparison) {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 640;
    private static final int LEFT = 120;
    private static final int RIGHT = 940;
    private static final int TOP = 100;
    private static final int BOTTOM = 500;
    private static final int INSET = 24;
    private static final double RADIUS = 6;
    private static final double BEST_RADIUS = 8;
    private static final Font AXIS = Typeface.bold(14);
    private static final Color UNSCORED = new Color(0x8A8A8A);

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
        AxisScale across = comparison.scale(0);
        AxisScale up = comparison.scoreScale();
        Lettering letters = new Lettering(graphics);
        graphics.setColor(Palette.TEXT);
        String title = letters.fitting(comparison.title(), WIDTH - 40, ChartStyle.TITLE);
        letters.centred(title, WIDTH / 2.0, 34, ChartStyle.TITLE);
        letters.centred(comparison.subtitle(), WIDTH / 2.0, 64, ChartStyle.LABEL);
        letters.centred(comparison.axes().get(0).name(), (LEFT + RIGHT) / 2.0, BOTTOM + 56, AXIS);
        letters.upwards(comparison.scoreName(), 36, (TOP + BOTTOM) / 2.0, AXIS);
        paintAcross(graphics, across);
        paintUp(graphics, up.values().isEmpty() ? List.of() : up.ticks(24.0 / (BOTTOM - TOP)));
        graphics.setColor(Palette.GRID);
        graphics.draw(new Rectangle2D.Double(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP));
        comparison
                .unscored()
                .forEach(run ->
                        paintCross(graphics, x(across.position(run.values().get(0)))));
        comparison.scored().forEach(run -> paintDot(graphics, run, across, up));
        new RunLegend(comparison).paint(graphics, WIDTH / 2.0, HEIGHT - 34);
    }

    private static void paintAcross(Graphics2D graphics, AxisScale scale) {
        Lettering letters = new Lettering(graphics);
        graphics.setStroke(new BasicStroke(0.8f));
        for (AxisScale.Tick tick : scale.ticks(80.0 / (RIGHT - LEFT))) {
            double x = x(tick.position());
            graphics.setColor(Palette.GRID);
            graphics.draw(new Line2D.Double(x, TOP, x, BOTTOM));
            graphics.setColor(Palette.TEXT);
            letters.centred(tick.label(), x, BOTTOM + 26, ChartStyle.TICK);
        }
    }

    private static void paintUp(Graphics2D graphics, List<AxisScale.Tick> ticks) {
        Lettering letters = new Lettering(graphics);
        for (AxisScale.Tick tick : ticks) {
            double y = y(tick.position());
            graphics.setColor(Palette.GRID);
            graphics.draw(new Line2D.Double(LEFT, y, RIGHT, y));
            graphics.setColor(Palette.TEXT);
            letters.endingAtOnWhite(LEFT - 9, y, tick.label(), ChartStyle.TICK);
        }
    }

    private void paintDot(Graphics2D graphics, RunPoint run, AxisScale across, AxisScale up) {
        boolean best = run.equals(comparison.best().orElse(null));
        double radius = best ? BEST_RADIUS : RADIUS;
        double x = x(across.position(run.values().get(0)));
        double y = y(up.position(run.score()));
        Ellipse2D dot = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        graphics.setColor(best ? Palette.VERMILION : comparison.colour(up.position(run.score())));
        graphics.fill(dot);
        // A rim of white keeps dots apart where they overlap.
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(1.2f));
        graphics.draw(dot);
    }

    private static void paintCross(Graphics2D graphics, double x) {
        double y = BOTTOM - 8;
        graphics.setColor(UNSCORED);
        graphics.setStroke(new BasicStroke(2f));
        graphics.draw(new Line2D.Double(x - 5, y - 5, x + 5, y + 5));
        graphics.draw(new Line2D.Double(x - 5, y + 5, x + 5, y - 5));
    }

    private static double x(double position) {
        return LEFT + INSET + position * (RIGHT - LEFT - 2 * INSET);
    }

    private static double y(double position) {
        return BOTTOM - INSET - position * (BOTTOM - TOP - 2 * INSET);
    }
}

package lenet.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Error rate among the accepted pictures over the share that is rejected, from none to several times the marked share.
 * 640×480 pixels.
 *
 * @param goal the error rate that is drawn as a line
 * @param marked the share to reject for that; absent if none is enough
 */
public record RejectionPlot(
        String title, String subtitle, List<RejectionPoint> points, double goal, OptionalDouble marked) {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int LEFT = 76;
    private static final int RIGHT = 616;
    private static final int TOP = 82;
    private static final int BOTTOM = 404;
    private static final int MOST_TICKS = 8;
    private static final double SHORTEST = 0.1;
    private static final double TIMES_MARKED = 4;
    private static final double RADIUS = 5;

    public RejectionPlot {
        points = List.copyOf(points);
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
        Lettering letters = new Lettering(graphics);
        graphics.setColor(Palette.TEXT);
        letters.centred(letters.fitting(title, WIDTH - 20, ChartStyle.TITLE), WIDTH / 2.0, 28, ChartStyle.TITLE);
        letters.centred(subtitle, WIDTH / 2.0, 56, ChartStyle.LABEL);
        letters.upwards("error rate of the accepted in %", 22, (TOP + BOTTOM) / 2.0, ChartStyle.LABEL);
        letters.centred("rejected in %", (LEFT + RIGHT) / 2.0, BOTTOM + 54, ChartStyle.LABEL);
        paintGrid(graphics, letters);
        paintGoal(graphics);
        paintCurve(graphics);
    }

    private void paintGrid(Graphics2D graphics, Lettering letters) {
        graphics.setStroke(new BasicStroke(0.8f));
        for (double percent : new RoundNumbers(0, 100 * widest(), false).within(MOST_TICKS)) {
            double x = x(percent / 100);
            graphics.setColor(Palette.GRID);
            graphics.draw(new Line2D.Double(x, TOP, x, BOTTOM));
            graphics.setColor(Palette.TEXT);
            letters.centred(RoundNumbers.text(percent), x, BOTTOM + 20, ChartStyle.TICK);
        }
        for (double percent : new RoundNumbers(0, 100 * highest(), false).within(MOST_TICKS)) {
            double y = y(percent / 100);
            graphics.setColor(Palette.GRID);
            graphics.draw(new Line2D.Double(LEFT, y, RIGHT, y));
            graphics.setColor(Palette.TEXT);
            letters.endingAtOnWhite(LEFT - 9, y, RoundNumbers.text(percent), ChartStyle.TICK);
        }
    }

    private void paintGoal(Graphics2D graphics) {
        graphics.setColor(Palette.TEXT);
        graphics.setStroke(
                new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {6, 5}, 0));
        graphics.draw(new Line2D.Double(LEFT, y(goal), RIGHT, y(goal)));
        marked.ifPresent(share -> graphics.draw(new Line2D.Double(x(share), y(goal), x(share), BOTTOM)));
    }

    private void paintCurve(Graphics2D graphics) {
        List<RejectionPoint> shown =
                points.stream().filter(point -> point.rejected() <= widest()).toList();
        Path2D curve = new Path2D.Double();
        for (int i = 0; i < shown.size(); i++) {
            double x = x(shown.get(i).rejected());
            double y = y(shown.get(i).errorRate());
            if (i == 0) {
                curve.moveTo(x, y);
            } else {
                curve.lineTo(x, y);
            }
        }
        graphics.setColor(Palette.BLUE);
        graphics.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(curve);
        marked.ifPresent(share -> {
            double rate = points.stream()
                    .filter(point -> point.rejected() >= share)
                    .findFirst()
                    .map(RejectionPoint::errorRate)
                    .orElse(goal);
            Ellipse2D dot = new Ellipse2D.Double(x(share) - RADIUS, y(rate) - RADIUS, 2 * RADIUS, 2 * RADIUS);
            graphics.setColor(Palette.VERMILION);
            graphics.fill(dot);
            graphics.setColor(Color.WHITE);
            graphics.setStroke(new BasicStroke(1.2f));
            graphics.draw(dot);
        });
    }

    private double widest() {
        return marked.isPresent() ? Math.min(1, Math.max(SHORTEST, TIMES_MARKED * marked.getAsDouble())) : 1;
    }

    private double highest() {
        double most = points.stream()
                .filter(point -> point.rejected() <= widest())
                .mapToDouble(RejectionPoint::errorRate)
                .max()
                .orElse(0);
        return Math.max(2 * goal, 1.05 * most);
    }

    private double x(double share) {
        return LEFT + share / widest() * (RIGHT - LEFT);
    }

    private double y(double share) {
        return BOTTOM - share / highest() * (BOTTOM - TOP);
    }
}

package lenet.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Error rates in percent over something, as the paper draws them.
 *
 * @param along what the points are over
 * @param start of the axis, and {@code end}
 * @param most error rate that the plot shows, unless all are above
 */
record LinePlot(String title, String along, double start, double end, double most, List<Series> series) {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 560;

    Picture picture() {
        return new Picture(
                WIDTH, HEIGHT, graphics -> chart().draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT)));
    }

    private JFreeChart chart() {
        XYSeriesCollection curves = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        renderer.setUseFillPaint(true);
        for (int i = 0; i < series.size(); i++) {
            Series shown = series.get(i);
            XYSeries curve = new XYSeries(shown.name());
            shown.points().forEach(point -> curve.add(point.x(), point.y()));
            curves.addSeries(curve);
            renderer.setSeriesPaint(i, shown.ink().colour());
            renderer.setSeriesFillPaint(
                    i, shown.isHollow() ? Color.WHITE : shown.ink().colour());
            renderer.setSeriesStroke(i, new BasicStroke(2f));
            renderer.setSeriesOutlineStroke(i, new BasicStroke(2f));
            renderer.setSeriesShape(
                    i, shown.isHollow() ? new Rectangle2D.Double(-5, -5, 10, 10) : new Ellipse2D.Double(-4, -4, 8, 8));
        }
        NumberAxis across = axis(along);
        across.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        across.setRange(start, end);
        NumberAxis up = axis("error rate in %");
        up.setRange(0, highest());
        XYPlot plot = new XYPlot(curves, across, up, renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(Ink.GRID.colour());
        plot.setDomainGridlinePaint(Ink.GRID.colour());
        plot.setRangeGridlinePaint(Ink.GRID.colour());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(title, Picture.TITLE, plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(12, 12, 12, 20));
        chart.getTitle().setPaint(Ink.TEXT.colour());
        chart.getLegend().setItemFont(Picture.LABEL);
        chart.getLegend().setItemPaint(Ink.TEXT.colour());
        chart.getLegend().setFrame(BlockBorder.NONE);
        return chart;
    }

    /** A little above the highest point, but not above {@link #most}: the first passes would flatten the rest. */
    private double highest() {
        double highest = series.stream()
                .flatMap(shown -> shown.points().stream())
                .mapToDouble(Series.Point::y)
                .max()
                .orElse(1);
        double least = series.stream()
                .flatMap(shown -> shown.points().stream())
                .mapToDouble(Series.Point::y)
                .min()
                .orElse(0);
        double room = Math.max(0.1, 1.05 * highest);
        return least > most ? room : Math.min(most, room);
    }

    private static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setLabelFont(Picture.LABEL);
        axis.setLabelPaint(Ink.TEXT.colour());
        axis.setTickLabelFont(Picture.SMALL);
        axis.setTickLabelPaint(Ink.TEXT.colour());
        return axis;
    }
}

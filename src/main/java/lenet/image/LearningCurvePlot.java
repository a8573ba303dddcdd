package lenet.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Loss and error rate per epoch of one training, training beside validation, 1000×800 pixels. The best epoch, if known,
 * is marked; title and subtitle may be empty.
 */
public record LearningCurvePlot(String title, String subtitle, List<CurvePoint> points, OptionalInt bestEpoch) {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 800;
    private static final int MOST_MARKED_EPOCHS = 60;

    public LearningCurvePlot {
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
        return new Figure(
                WIDTH, HEIGHT, graphics -> chart().draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT)));
    }

    private JFreeChart chart() {
        CombinedDomainXYPlot panels = new CombinedDomainXYPlot(epochAxis());
        panels.setGap(18);
        panels.setAxisOffset(RectangleInsets.ZERO_INSETS);
        panels.add(panel("loss", CurvePoint::trainingLoss, CurvePoint::validationLoss, true));
        panels.add(panel(
                "error rate in %",
                point -> 100 * (1 - point.trainingAccuracy()), point -> 100 * (1 - point.validationAccuracy()), false));
        JFreeChart chart = new JFreeChart(title, ChartStyle.TITLE, panels, true);
        ChartStyle.apply(chart);
        String second = points.isEmpty() ? "no epoch finished yet" : subtitle;
        if (!second.isEmpty()) {
            TextTitle line = new TextTitle(second, ChartStyle.LABEL);
            line.setPaint(Palette.TEXT);
            line.setHorizontalAlignment(HorizontalAlignment.CENTER);
            chart.addSubtitle(0, line);
        }
        return chart;
    }

    private NumberAxis epochAxis() {
        NumberAxis axis = new NumberAxis("epoch");
        ChartStyle.apply(axis);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setAutoRangeIncludesZero(false);
        int first = points.stream().mapToInt(CurvePoint::epoch).min().orElse(1);
        int last = points.stream().mapToInt(CurvePoint::epoch).max().orElse(10);
        double margin = Math.max(0.5, (last - first) * 0.02);
        axis.setRange(new Range(first - margin, last + margin));
        return axis;
    }

    private XYPlot panel(
            String label,
            ToDoubleFunction<CurvePoint> training,
            ToDoubleFunction<CurvePoint> validation,
            boolean explains) {
        XYSeriesCollection curves = new XYSeriesCollection();
        curves.addSeries(series("training", training));
        curves.addSeries(series("validation", validation));
        NumberAxis axis = new NumberAxis(label);
        ChartStyle.apply(axis);
        axis.setAutoRangeIncludesZero(true);
        if (!hasValues(curves)) {
            axis.setRange(0, 1);
        }
        XYPlot panel = new XYPlot(curves, null, axis, renderer(explains));
        ChartStyle.apply(panel);
        bestEpoch.ifPresent(epoch -> panel.addDomainMarker(bestMarker(epoch, explains), Layer.BACKGROUND));
        return panel;
    }

    private XYSeries series(String name, ToDoubleFunction<CurvePoint> measure) {
        XYSeries series = new XYSeries(name);
        for (CurvePoint point : points) {
            double value = measure.applyAsDouble(point);
            series.addOrUpdate(point.epoch(), Double.isFinite(value) ? value : Double.NaN);
        }
        return series;
    }

    private static boolean hasValues(XYSeriesCollection curves) {
        for (int series = 0; series < curves.getSeriesCount(); series++) {
            for (int item = 0; item < curves.getItemCount(series); item++) {
                if (!Double.isNaN(curves.getYValue(series, item))) {
                    return true;
                }
            }
        }
        return false;
    }

    private XYLineAndShapeRenderer renderer(boolean inLegend) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, points.size() <= MOST_MARKED_EPOCHS);
        renderer.setDefaultSeriesVisibleInLegend(inLegend);
        style(renderer, 0, Palette.BLUE, new Ellipse2D.Double(-3.5, -3.5, 7, 7));
        style(renderer, 1, Palette.VERMILION, new Rectangle2D.Double(-3.5, -3.5, 7, 7));
        return renderer;
    }

    private static void style(XYLineAndShapeRenderer renderer, int series, Color colour, Shape marker) {
        renderer.setSeriesPaint(series, colour);
        renderer.setSeriesStroke(series, new BasicStroke(2f));
        renderer.setSeriesShape(series, marker);
    }

    private ValueMarker bestMarker(int epoch, boolean named) {
        BasicStroke dashes =
                new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0);
        ValueMarker marker = new ValueMarker(epoch, Palette.TEXT, dashes);
        if (named) {
            boolean onTheRight = points.stream()
                            .mapToInt(CurvePoint::epoch)
                            .summaryStatistics()
                            .getAverage()
                    < epoch;
            marker.setLabel("best epoch " + epoch);
            marker.setLabelFont(Typeface.bold(13));
            marker.setLabelPaint(Palette.TEXT);
            marker.setLabelBackgroundColor(Color.WHITE);
            marker.setLabelAnchor(onTheRight ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(onTheRight ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
            marker.setLabelOffset(new RectangleInsets(6, 6, 6, 6));
        }
        return marker;
    }
}

package lenet.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** The look that the charts of a report share: white, light grid, dark grey text. */
final class ChartStyle {

    static final Font TITLE = Typeface.bold(20);
    static final Font LABEL = Typeface.plain(15);
    static final Font TICK = Typeface.plain(13);

    private ChartStyle() {}

    static void apply(JFreeChart chart) {
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(12, 12, 12, 20));
        chart.getTitle().setPaint(Palette.TEXT);
        chart.getLegend().setItemFont(LABEL);
        chart.getLegend().setItemPaint(Palette.TEXT);
        chart.getLegend().setFrame(BlockBorder.NONE);
    }

    static void apply(NumberAxis axis) {
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(Palette.TEXT);
        axis.setTickLabelFont(TICK);
        axis.setTickLabelPaint(Palette.TEXT);
    }

    static void apply(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(Palette.GRID);
        plot.setDomainGridlinePaint(Palette.GRID);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setDomainGridlineStroke(new BasicStroke(0.8f));
        plot.setRangeGridlineStroke(new BasicStroke(0.8f));
        // the panels share one epoch axis, whose ticks must meet their grid lines
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }
}

package lenet.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A network from its input to its output, in the manner of the paper's figure 2: each layer's maps as planes one behind
 * the other, single units as a column, and what lies between two layers below them. 960×420 pixels.
 */
public final class NetworkPlot {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 420;
    private static final int MARGIN = 24;
    private static final int LABELS = 104;
    private static final int MIDDLE = 222;
    private static final int OPERATIONS = 344;
    private static final int LINE = 18;
    private static final int NARROWEST = 60;
    private static final Font NAME = ChartStyle.LABEL.deriveFont(Font.BOLD);

    private final String title;
    private final String subtitle;
    private final String footer;
    private final List<NetworkStage> stages;

    /** A plot of these stages, the input first; title, subtitle and footer may be empty. */
    public NetworkPlot(String title, String subtitle, String footer, List<NetworkStage> stages) {
        this.title = title;
        this.subtitle = subtitle;
        this.footer = footer;
        this.stages = List.copyOf(stages);
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
        letters.centred(title, WIDTH / 2.0, 30, ChartStyle.TITLE);
        letters.centred(
                letters.fitting(subtitle, WIDTH - 2.0 * MARGIN, ChartStyle.LABEL), WIDTH / 2.0, 58, ChartStyle.LABEL);
        letters.centred(footer, WIDTH / 2.0, HEIGHT - 22, ChartStyle.LABEL);
        List<PlaneStack> stacks = stacks(letters);
        for (int i = 0; i < stacks.size(); i++) {
            stacks.get(i).paint(graphics);
            label(stages.get(i), stacks.get(i).centre(), letters);
        }
        for (int i = 1; i < stacks.size(); i++) {
            connect(stacks.get(i - 1), stacks.get(i), graphics);
            operation(stages.get(i), stacks.get(i - 1), stacks.get(i), letters);
        }
    }

    /** All stages from left to right, the room that is left over between them. */
    private List<PlaneStack> stacks(Lettering letters) {
        double scale = PlaneStack.scale(stages);
        List<Double> widths = stages.stream()
                .map(stage -> Math.max(
                        Math.max(NARROWEST, letters.width(stage.shape(), ChartStyle.TICK)),
                        PlaneStack.width(stage, scale)))
                .toList();
        double taken = widths.stream().mapToDouble(Double::doubleValue).sum();
        double gap = (WIDTH - 2 * MARGIN - taken) / Math.max(1, stages.size() - 1);
        List<PlaneStack> stacks = new ArrayList<>();
        double left = MARGIN;
        for (int i = 0; i < stages.size(); i++) {
            stacks.add(new PlaneStack(stages.get(i), left + widths.get(i) / 2, MIDDLE, scale));
            left += widths.get(i) + gap;
        }
        return stacks;
    }

    private static void label(NetworkStage stage, double centre, Lettering letters) {
        letters.centred(stage.name(), centre, LABELS - LINE, NAME);
        letters.centred(stage.shape(), centre, LABELS, ChartStyle.TICK);
    }

    private static void operation(NetworkStage stage, PlaneStack before, PlaneStack stack, Lettering letters) {
        double centre = (before.right() + stack.left()) / 2;
        double y = OPERATIONS;
        for (String word : stage.operation().split(" ", -1)) {
            letters.centred(word, centre, y, ChartStyle.TICK);
            y += LINE;
        }
    }

    /** The square that a value sees and the lines from it to the value; everything, where it sees everything. */
    private static void connect(PlaneStack before, PlaneStack stack, Graphics2D graphics) {
        Rectangle2D seen = before.seenBy(stack.stage());
        Rectangle2D value = stack.value();
        Color colour = graphics.getColor();
        graphics.setColor(Palette.VERMILION);
        graphics.setStroke(new BasicStroke(1));
        if (stack.stage().window() > 0) {
            graphics.draw(seen);
            graphics.draw(value);
        }
        graphics.draw(new Line2D.Double(seen.getMaxX(), seen.getMinY(), value.getMinX(), value.getMinY()));
        graphics.draw(new Line2D.Double(seen.getMaxX(), seen.getMaxY(), value.getMinX(), value.getMaxY()));
        graphics.setColor(colour);
    }
}

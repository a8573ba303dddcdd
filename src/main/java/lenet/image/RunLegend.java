package lenet.image;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;

/** One line of text that names the best run and says what is dashed or crossed. */
record RunLegend(RunComparison comparison) {

    static final BasicStroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 5}, 0);

    private static final Font BOLD = Typeface.bold(15);
    private static final int GAP = 28;

    void paint(Graphics2D graphics, double middle, double y) {
        Lettering letters = new Lettering(graphics);
        String best = comparison
                .best()
                .map(run ->
                        "best: %s, %s %s".formatted(run.name(), comparison.scoreName(), RoundNumbers.text(run.score())))
                .orElse("no result yet");
        String rest = rest();
        double left = middle - (letters.width(best, BOLD) + GAP + letters.width(rest, ChartStyle.LABEL)) / 2.0;
        graphics.setColor(comparison.best().isPresent() ? Palette.VERMILION : Palette.TEXT);
        letters.startingAt(left, y, best, BOLD);
        graphics.setColor(Palette.TEXT);
        letters.startingAt(left + letters.width(best, BOLD) + GAP, y, rest, ChartStyle.LABEL);
    }

    private String rest() {
        int without = comparison.unscored().size();
        return without == 0
                ? comparison.direction()
                : "%s; %d of %d without a result, in grey"
                        .formatted(
                                comparison.direction(),
                                without,
                                comparison.runs().size());
    }
}

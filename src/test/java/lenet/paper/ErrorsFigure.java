package lenet.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The paper's figure 8: the test errors of many methods, and ours beside those that are trained here. */
record ErrorsFigure(List<Bar> bars) {

    /**
     * A method and its errors.
     *
     * @param paper its error as the paper has it, in percent; absent where the paper has no such method
     * @param here what the service measured, as shares; absent where it does not train it
     */
    record Bar(
            String method, @Nullable Double paper, @Nullable Spread here) {}

    static ErrorsFigure load(List<RowResult> results) throws IOException {
        List<Bar> bars = new ArrayList<>();
        List<String> inPaper = new ArrayList<>();
        for (String line : Template.load("figure-8.csv").text().lines().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            Optional<RowResult> here = RowResult.of(cells[2], results);
            inPaper.add(cells[2]);
            bars.add(new Bar(
                    cells[0],
                    Double.valueOf(cells[1]),
                    here.map(result -> result.spread(Run::testError)).orElse(null)));
        }
        results.stream()
                .filter(result -> result.row().isInTable())
                .filter(result -> !inPaper.contains(result.row().name()))
                .forEach(result ->
                        bars.add(new Bar(result.row().title().replace("`", ""), null, result.spread(Run::testError))));
        return new ErrorsFigure(bars);
    }

    Picture picture() {
        return new BarPlot(bars).picture();
    }
}

package lenet.paper;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows with their figures, as Markdown. Errors and shares are in percent; a dash stands where a figure is missing. */
record ResultTable(List<RowResult> results) {

    private static final String NONE = "–";
    private static final String HEAD = """
            | | published | here, test | least to most | validation | to reject for 0.5 % | seconds | parameters | \
            multiply-adds | seeds |
            | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |
            """;

    String markdown() {
        return HEAD
                + results.stream()
                        .filter(result -> result.row().isInTable())
                        .map(ResultTable::line)
                        .collect(Collectors.joining("\n"));
    }

    private static String line(RowResult result) {
        Spread test = result.spread(Run::testError);
        Long multiplyAdds = result.multiplyAdds();
        return List.of(
                        result.row().title(),
                        published(result.row().published()),
                        percent(test),
                        test.values().size() < 2 ? NONE : range(test),
                        percent(result.spread(Run::validationError)),
                        rejected(result),
                        "%,.0f".formatted(result.spread(Run::seconds).mean()),
                        "%,d".formatted(result.runs().get(0).parameters()),
                        multiplyAdds == null ? NONE : "%,d".formatted(multiplyAdds),
                        String.valueOf(result.runs().size()))
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String published(@Nullable Published published) {
        return published == null ? NONE : number(published.errorRate()) + " %, " + published.where();
    }

    /** Mean and, of several values, standard deviation. */
    private static String percent(Spread spread) {
        double deviation = spread.deviation();
        return number(spread.mean()) + (Double.isNaN(deviation) ? "" : " ± " + number(deviation)) + " %";
    }

    private static String range(Spread spread) {
        return number(spread.least()) + " to " + number(spread.most()) + " %";
    }

    private static String rejected(RowResult result) {
        List<Double> known = result.runs().stream()
                .map(Run::rejected)
                .filter(Objects::nonNull)
                .toList();
        return known.isEmpty() ? NONE : percent(Spread.of(known));
    }

    private static String number(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }
}

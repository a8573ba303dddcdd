package lenet.paper;

import java.util.List;
import java.util.stream.Collectors;

/** What each row asks of the service, as Markdown. */
record RequestList(List<RowResult> results) {

    String markdown() {
        return results.stream()
                .map(RowResult::row)
                .map(row -> "| `%s` | `%s` | `%s` |".formatted(row.name(), path(row), row.request()))
                .collect(Collectors.joining("\n", "| name | POST | body |\n| --- | --- | --- |\n", ""));
    }

    private static String path(Row row) {
        return switch (row.kind()) {
            case JOB, TAUGHT -> "/training-jobs";
            case ENSEMBLE, AVERAGE -> "/ensembles";
        };
    }
}

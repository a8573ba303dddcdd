package lenet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    private static final Origin ORIGIN =
            new Origin("Zen 4", "Linux", "OpenJDK 25", "abc", Instant.parse("2026-11-24T01:00:00Z"));
    private static final Machine MACHINE = new Machine("Zen 4", "2", "Linux", "OpenJDK 25", "abc", "2026-11-24");

    @TempDir
    private Path docs;

    @Test
    void aWholeRunLeavesNoPlaceAndNoFigureOut() throws IOException {
        List<RowResult> results = Row.ALL.stream()
                .map(row -> new RowResult(row, 1_000L, List.of(run(1), run(2))))
                .toList();

        Page.load(MACHINE).write(results, docs);

        assertThat(docs.resolve("paper.md"))
                .content()
                .contains("Trained on Zen 4, 2 cores, Linux, OpenJDK 25; 2026-11-24; commit abc.")
                .contains("![Figure 5](images/paper-figure-5.png)")
                .doesNotContain("{{", "Not drawn");
        assertThat(docs.resolve("images/paper-figure-6.png")).isNotEmptyFile();
        assertThat(docs.resolve("images/paper-figure-8.png")).isNotEmptyFile();
    }

    @Test
    void aFigureWhoseRowsWereNotTrainedSaysSo() throws IOException {
        Page.load(MACHINE).write(List.of(new RowResult(Row.ACCURATE, null, List.of(run(1)))), docs);

        assertThat(docs.resolve("paper.md")).content().contains("*Not drawn: this run left its rows out.*");
        assertThat(Files.exists(docs.resolve("images/paper-figure-5.png"))).isFalse();
    }

    private static Run run(int seed) {
        List<Epoch> epochs = IntStream.rangeClosed(1, 20)
                .mapToObj(epoch -> new Epoch(epoch, 0.1 / epoch, 0.05 / epoch, 2))
                .toList();
        return new Run(seed, 0.01 + 0.001 * seed, 0.012, 40, 60_000, 0.01, ORIGIN, List.of((long) seed), epochs);
    }
}

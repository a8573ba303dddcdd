package lenet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    private static final Origin ORIGIN = new Origin("Zen 4", "Linux", "OpenJDK 25", "abc", Instant.EPOCH);

    @Test
    void aRowHasMeansSpreadsAndCosts() {
        assertThat(table(Row.LENET5, 328_096L, run(0.009, 0.02), run(0.010, 0.03), run(0.011, 0.04)))
                .endsWith("| LeNet-5 of 1998, its own loss and optimiser | 0.95 %, paper | 1.00 ± 0.10 % "
                        + "| 0.90 to 1.10 % | 1.20 ± 0.00 % | 3.00 ± 1.00 % | 1,234 | 60,000 | 328,096 | 3 |");
    }

    @Test
    void aSingleRunHasNoSpread() {
        assertThat(table(Row.LENET5, 328_096L, run(0.009, 0.02)))
                .endsWith("| 0.90 % | – | 1.20 % | 2.00 % | 1,234 | 60,000 | 328,096 | 1 |");
    }

    @Test
    void whatNobodyKnowsIsADash() {
        assertThat(table(Row.ACCURATE, null, run(0.009, null), run(0.009, null)))
                .contains("recipe `accurate` | – | 0.90 ± 0.00 %")
                .endsWith("| 1.20 ± 0.00 % | – | 1,234 | 60,000 | – | 2 |");
    }

    @Test
    void rowsOfAFigureOnlyAreNotInTheTable() {
        assertThat(table(Row.LENET5_15000, 1L, run(0.017, null))).doesNotContain("15,000");
    }

    private static String table(Row row, @Nullable Long multiplyAdds, Run... runs) {
        return new ResultTable(List.of(new RowResult(row, multiplyAdds, List.of(runs)))).markdown();
    }

    private static Run run(double testError, @Nullable Double rejected) {
        return new Run(2, testError, 0.012, 1234, 60_000, rejected, ORIGIN, List.of(2L), List.of());
    }
}

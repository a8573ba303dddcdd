package lenet.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.Monitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void theSmallestLossIsTheBest() {
        assertThat(ranked(
                        Monitor.VALIDATION_LOSS,
                        standing(1, 0, false, epoch(0.3, 0.9)),
                        standing(2, 0, false, epoch(0.2, 0.8))))
                .containsExactly(2, 1);
    }

    @Test
    void theGreatestAccuracyIsTheBest() {
        assertThat(ranked(
                        Monitor.VALIDATION_ACCURACY,
                        standing(1, 0, false, epoch(0.3, 0.9)),
                        standing(2, 0, false, epoch(0.2, 0.8))))
                .containsExactly(1, 2);
    }

    @Test
    void equalTrialsStandInTheirOrder() {
        assertThat(ranked(
                        Monitor.VALIDATION_LOSS,
                        standing(2, 0, false, epoch(0.3, 0.9)),
                        standing(1, 0, false, epoch(0.3, 0.9))))
                .containsExactly(1, 2);
    }

    @Test
    void whoHasComeFurtherStandsAboveWhoWasDropped() {
        assertThat(ranked(
                        Monitor.VALIDATION_LOSS,
                        standing(1, 0, false, epoch(0.1, 0.9)),
                        standing(2, 1, false, epoch(0.2, 0.9))))
                .containsExactly(2, 1);
    }

    @Test
    void whoIsOutRanksLastWhateverItsFigure() {
        assertThat(ranked(
                        Monitor.VALIDATION_LOSS,
                        standing(1, 1, true, epoch(0.1, 0.9)),
                        standing(2, 0, false, epoch(0.9, 0.1))))
                .containsExactly(2, 1);
    }

    @Test
    void whoHasNoEpochYetStandsBehindWhoHas() {
        assertThat(ranked(
                        Monitor.VALIDATION_ACCURACY,
                        standing(1, 0, false, null),
                        standing(2, 0, false, epoch(0.9, 0.1))))
                .containsExactly(2, 1);
    }

    private static List<Integer> ranked(Monitor objective, Standing... standings) {
        return Stream.of(standings)
                .sorted(Standing.bestFirst(objective))
                .map(Standing::trial)
                .toList();
    }

    private static Standing standing(int trial, int rung, boolean out, @Nullable EpochMetrics best) {
        return new Standing(trial, rung, out, best);
    }

    private static EpochMetrics epoch(double loss, double accuracy) {
        return new EpochMetrics(1, loss, accuracy, loss, accuracy, 0.01, 1, 1);
    }
}

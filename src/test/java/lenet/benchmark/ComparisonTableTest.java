package lenet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

    private static final Estimate UNKNOWN = Estimate.of(1, Double.NaN, Double.NaN);

    @Test
    void trainingIsHeldAgainstTheFasterRunOfItsPeerAndAgainstBothCores() {
        assertThat(table(
                        throughput(Task.TRAIN_32, "vector, 2 threads", Estimate.of(20_000, 18_000, 22_000)),
                        throughput(Task.TRAIN_32, "DJL/PyTorch, 2 threads", Estimate.of(4_000, 3_000, 5_000)),
                        throughput(Task.TRAIN_32, "DJL/PyTorch, 1 thread", Estimate.of(5_000, 4_500, 6_000)),
                        throughput(Task.TWO_CORES, "the machine", Estimate.of(200, 190, 210))))
                .contains("| training, batch 32, images/s | vector, 2 threads | 20,000 | 18,000 to 22,000 |  |  "
                        + "| 4.00 × DJL/PyTorch, 1 thread (3.00 to 4.89) | 20.0 % |");
    }

    @Test
    void aShorterTimeIsAHigherSpeed() {
        assertThat(table(
                        new Measured(Task.CLASSIFY_ONE, "vector, 1 thread", Estimate.of(20, 19, 21), 25, 30),
                        new Measured(Task.CLASSIFY_ONE, "ONNX Runtime, 1 thread", Estimate.of(30, 28, 32), 33, 40)))
                .contains("| one image, µs, median | vector, 1 thread | 20.0 | 19.0 to 21.0 | 25.0 | 30.0 "
                        + "| 1.50 × ONNX Runtime, 1 thread (1.33 to 1.68) |  |")
                .contains("| ONNX Runtime, 1 thread | 30.0 | 28.0 to 32.0 | 33.0 | 40.0 |  |  |");
    }

    @Test
    void anIntervalThatReachesBelowZeroLeavesTheRatioOpen() {
        assertThat(table(
                        throughput(Task.CLASSIFY_128, "dl4j", Estimate.of(20_000, 10_000, 30_000)),
                        throughput(Task.CLASSIFY_128, "ONNX Runtime, 1 thread", Estimate.of(40_000, -1, 80_000))))
                .contains("0.50 × ONNX Runtime, 1 thread (0.13 to ∞)");
    }

    @Test
    void withoutIntervalsPeersOrPeakTheCellsStayEmpty() {
        assertThat(table(throughput(Task.TRAIN_128, "dl4j", UNKNOWN)))
                .contains("| training, batch 128, images/s | dl4j | 1.00 |  |  |  |  |  |");
    }

    private static Measured throughput(Task task, String contestant, Estimate estimate) {
        return new Measured(task, contestant, estimate, 0, 0);
    }

    private static String table(Measured... results) {
        return new ComparisonTable(List.of(results), new TrainingCost(2_000_000)).markdown();
    }
}

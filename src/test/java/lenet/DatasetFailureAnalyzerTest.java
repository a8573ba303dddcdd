package lenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.Objects;
import lenet.dataset.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

class DatasetFailureAnalyzerTest {

    @Test
    void aRefusedDataSetIsSaidInWordsAndNotInAStackTrace(@TempDir Path empty) {
        Throwable refused = catchThrowable(() -> Dataset.fromFolder(empty));

        FailureAnalysis analysis = Objects.requireNonNull(
                new DatasetFailureAnalyzer().analyze(new IllegalStateException("no bean", refused)));

        assertThat(analysis.getDescription())
                .startsWith("The data set was refused")
                .contains("train-images-idx3-ubyte");
        assertThat(analysis.getAction()).contains("lenet.dataset.location");
    }
}

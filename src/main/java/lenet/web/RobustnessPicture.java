package lenet.web;

import java.util.Arrays;
import java.util.Locale;
import lenet.dataset.Corruption;
import lenet.evaluation.Robustness;
import lenet.image.ErrorBar;
import lenet.image.ErrorBarPlot;

/** A model's errors under every corruption, drawn. */
record RobustnessPicture(long modelVersion, Robustness measured) {

    ErrorBarPlot plot() {
        return new ErrorBarPlot(
                "Model %d on corrupted test pictures".formatted(modelVersion),
                String.format(
                        Locale.ROOT,
                        "%.2f %% wrong as they are, %.2f %% on average under %d corruptions",
                        100 * measured.cleanErrorRate(),
                        100 * measured.meanErrorRate(),
                        Robustness.corruptions().size()),
                Arrays.stream(Corruption.values()).map(this::bar).toList());
    }

    private ErrorBar bar(Corruption corruption) {
        return new ErrorBar(corruption.title(), measured.errorRate(corruption), corruption == Corruption.IDENTITY);
    }
}

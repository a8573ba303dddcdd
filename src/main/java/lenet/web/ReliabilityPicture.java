package lenet.web;

import java.util.Locale;
import lenet.evaluation.Evaluation;
import lenet.evaluation.Reliability;
import lenet.image.ReliabilityBar;
import lenet.image.ReliabilityPlot;

/** How sure a model is and how often it is right, drawn. */
public record ReliabilityPicture(long modelVersion, Evaluation evaluation) {

    /** The diagram under the expected calibration error. */
    public ReliabilityPlot plot() {
        Reliability reliability = evaluation.reliability();
        return new ReliabilityPlot(
                "Model %d: as sure as it is right?".formatted(modelVersion),
                String.format(
                        Locale.ROOT,
                        "expected calibration error %.2f %% on the test split",
                        100 * reliability.expectedCalibrationError()),
                reliability.bins().stream().map(ReliabilityPicture::bar).toList());
    }

    private static ReliabilityBar bar(Reliability.Bin bin) {
        return new ReliabilityBar(bin.from(), bin.to(), bin.count(), bin.confidence(), bin.accuracy());
    }
}

package lenet.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.LearningCurve;

/** Learning curves as comma-separated values (RFC 4180): a header line, then a line an epoch. */
record LearningCurveTable(LearningCurve curve) {

    private static final String HEADER =
            "epoch,trainingLoss,trainingAccuracy,validationLoss,validationAccuracy,learningRate,seconds,imagesPerSecond";

    String csv() {
        return Stream.concat(Stream.of(HEADER), curve.epochs().stream().map(LearningCurveTable::line))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    private static String line(EpochMetrics metrics) {
        return Stream.of(
                        metrics.epoch(),
                        metrics.trainingLoss(),
                        metrics.trainingAccuracy(),
                        metrics.validationLoss(),
                        metrics.validationAccuracy(),
                        metrics.learningRate(),
                        metrics.seconds(),
                        metrics.imagesPerSecond())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}

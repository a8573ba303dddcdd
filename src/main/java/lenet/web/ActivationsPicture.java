package lenet.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lenet.classification.Insight;
import lenet.classification.Prediction;
import lenet.image.FeatureMapPlot;
import lenet.image.FeatureMaps;
import lenet.network.LayerOutput;

/** What every layer of a network makes of one picture, drawn as in the paper's figure 2. */
record ActivationsPicture(Insight insight) {

    FeatureMapPlot plot() {
        Prediction prediction = insight.prediction();
        String title = String.format(
                Locale.ROOT,
                "Inside model %d: a %d, %.2f %%",
                prediction.modelVersion(),
                prediction.digit(),
                100 * prediction.confidence());
        int last = insight.layers().size() - 1;
        List<FeatureMaps> layers = IntStream.rangeClosed(0, last)
                .mapToObj(i -> maps(insight.layers().get(i), i == last))
                .toList();
        return new FeatureMapPlot(title, layers);
    }

    private static FeatureMaps maps(LayerOutput output, boolean isLast) {
        int count = output.shape().maps();
        List<String> classes =
                IntStream.range(0, count).mapToObj(Integer::toString).toList();
        return new FeatureMaps(
                output.layer(),
                count,
                output.shape().height(),
                output.shape().width(),
                output.values(),
                isLast ? classes : List.of(),
                output.layer().equals(LayerOutput.INPUT));
    }
}

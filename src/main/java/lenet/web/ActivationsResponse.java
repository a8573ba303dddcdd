package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import lenet.classification.Insight;
import lenet.classification.Prediction;

/** A classification with everything that the network computed on its way. */
@Schema(name = "Activations", description = "What every layer of a network makes of one picture")
record ActivationsResponse(
        @Schema(description = "The most probable digit", minimum = "0", maximum = "9", example = "7")
        int digit,

        @Schema(description = "Its probability, 0 to 1", example = "0.9993")
        double confidence,

        @Schema(description = "One probability a digit, 0 first; they sum to 1")
        List<Double> probabilities,

        @Schema(description = "Version of the model that answered", example = "1")
        long modelVersion,

        @Schema(
                description = "The 28×28 picture that the network saw, as a PNG data URI",
                example = "data:image/png;base64,iVBORw0KGgo…")
        String normalised,

        @Schema(description = "From the scaled input to the output")
        List<LayerActivations> layers) {

    static ActivationsResponse of(Insight insight) {
        Prediction prediction = insight.prediction();
        return new ActivationsResponse(
                prediction.digit(),
                prediction.confidence(),
                prediction.probabilities(),
                prediction.modelVersion(),
                DataUri.png(prediction.normalised()),
                insight.layers().stream().map(LayerActivations::of).toList());
    }
}

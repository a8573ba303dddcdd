package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import lenet.model.ModelDescription;
import lenet.network.Shape;

/** What happens to a 28×28 picture before it reaches the network. */
@Schema(
        name = "Preprocessing",
        description =
                "What happens to a 28×28 picture of 0–255, light ink on 0, before it reaches the network: zeros all"
                        + " around up to the network's input, then (pixel / 255 − mean) · scale")
record PreprocessingResponse(
        @Schema(example = "32") int inputHeight,
        @Schema(example = "32") int inputWidth,

        @Schema(description = "Mean of the training split's padded pixels, 0 to 1", example = "0.1001")
        double mean,

        @Schema(example = "1") double scale) {

    static PreprocessingResponse of(ModelDescription.Member network) {
        Shape input = network.inCatalogue().input();
        return new PreprocessingResponse(
                input.height(),
                input.width(),
                network.scaling().mean(),
                network.scaling().scale());
    }
}

package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lenet.network.LayerOutput;

/** What one layer gives for a picture. */
@Schema(name = "LayerActivations")
record LayerActivations(
        @Schema(
                description = "The layer's name in the paper, or INPUT for the padded and scaled picture",
                example = "C1")
        String layer,

        @Schema(description = "Maps, height and width", example = "[6, 28, 28]")
        List<Integer> shape,

        @Schema(description = "The smallest value", example = "-0.9987")
        double smallest,

        @Schema(description = "The largest value", example = "0.9991")
        double largest,

        @Schema(description = "[map][row][column], to four decimals; logits for OUTPUT")
        List<List<List<Double>>> maps) {

    private static final double DECIMALS = 10_000;

    static LayerActivations of(LayerOutput output) {
        return new LayerActivations(
                output.layer(),
                List.of(
                        output.shape().maps(),
                        output.shape().height(),
                        output.shape().width()),
                rounded(Arrays.stream(output.values()).min().orElseThrow()),
                rounded(Arrays.stream(output.values()).max().orElseThrow()),
                IntStream.range(0, output.shape().maps())
                        .mapToObj(map -> rows(output.map(map)))
                        .toList());
    }

    private static List<List<Double>> rows(double[][] map) {
        return Arrays.stream(map)
                .map(row -> Arrays.stream(row)
                        .map(LayerActivations::rounded)
                        .boxed()
                        .toList())
                .toList();
    }

    private static double rounded(double value) {
        return Math.round(value * DECIMALS) / DECIMALS;
    }
}

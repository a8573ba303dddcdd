package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import lenet.network.Kernels;

/** The learned kernels of a model's convolutions. */
@Schema(name = "Kernels", description = "The learned kernels of a model's convolutions")
record KernelsResponse(
        @Schema(description = "The model's version", example = "1")
        long modelVersion,

        @Schema(description = "From the input on") List<LayerKernels> layers) {

    private static final double DECIMALS = 10_000;

    /** One convolution. */
    @Schema(name = "LayerKernels")
    record LayerKernels(
            @Schema(description = "The layer's name in the paper", example = "C1")
            String layer,

            @Schema(
                    description = "Maps, maps below, height and width; not every map need see every map below",
                    example = "[6, 1, 5, 5]")
            List<Integer> shape,

            @Schema(description = "The smallest weight", example = "-0.6021")
            double smallest,

            @Schema(description = "The largest weight", example = "0.5893")
            double largest,

            @Schema(description = "One a connection, map by map")
            List<KernelResponse> kernels) {

        private static LayerKernels of(Kernels layer) {
            return new LayerKernels(
                    layer.layer(),
                    List.of(layer.maps(), layer.inputs(), layer.side(), layer.side()),
                    rounded(layer.smallest()),
                    rounded(layer.largest()),
                    layer.kernels().stream()
                            .map(kernel -> new KernelResponse(
                                    kernel.map(), kernel.input(), rows(kernel.weights(), layer.side())))
                            .toList());
        }
    }

    /** The weights by which one map sees one of the maps below it. */
    @Schema(name = "Kernel")
    record KernelResponse(
            @Schema(description = "The map, 0 for the first", example = "0")
            int map,

            @Schema(description = "The map below, 0 for the first", example = "0")
            int input,

            @Schema(description = "[row][column], to four decimals")
            List<List<Double>> weights) {}

    static KernelsResponse of(long modelVersion, List<Kernels> layers) {
        return new KernelsResponse(
                modelVersion, layers.stream().map(LayerKernels::of).toList());
    }

    private static List<List<Double>> rows(float[] weights, int side) {
        return IntStream.range(0, side)
                .mapToObj(row -> IntStream.range(0, side)
                        .mapToObj(column -> rounded(weights[row * side + column]))
                        .toList())
                .toList();
    }

    private static double rounded(float weight) {
        return Math.round(weight * DECIMALS) / DECIMALS;
    }
}

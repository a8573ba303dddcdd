package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import lenet.evaluation.Reliability;
import org.jspecify.annotations.Nullable;

/** How sure a model is, held against how often it is right. */
@Schema(
        name = "Reliability",
        description = "How sure a model is of the test pictures, held against how often it is right.")
record ReliabilityResponse(
        @Schema(description = "The model's version", example = "1")
        long modelVersion,

        @Schema(
                description = "Mean distance of a bin's confidence from its accuracy, by its share of pictures",
                example = "0.0024")
        double expectedCalibrationError,

        @Schema(
                description =
                        "The pictures by their confidence, in bins of equal width, from the least sure to the surest")
        List<BinResponse> bins) {

    /** The pictures of which the model is about equally sure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReliabilityBin", description = "The pictures of which the model is about equally sure.")
    record BinResponse(
            @Schema(description = "Lowest confidence, itself in the bin below")
            double from,

            @Schema(description = "Highest confidence, itself in this bin")
            double to,

            @Schema(description = "Number of pictures") int count,

            @Schema(description = "Mean confidence; absent without pictures") @Nullable
            Double confidence,

            @Schema(description = "Share of hits; absent without pictures") @Nullable
            Double accuracy) {

        private static BinResponse of(Reliability.Bin bin) {
            boolean empty = bin.count() == 0;
            return new BinResponse(
                    bin.from(), bin.to(), bin.count(), empty ? null : bin.confidence(), empty ? null : bin.accuracy());
        }
    }

    static ReliabilityResponse of(long version, Reliability reliability) {
        return new ReliabilityResponse(
                version,
                reliability.expectedCalibrationError(),
                reliability.bins().stream().map(BinResponse::of).toList());
    }
}

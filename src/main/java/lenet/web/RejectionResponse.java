package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import lenet.evaluation.RejectionCurve;
import org.jspecify.annotations.Nullable;

/** How many of a model's errors are left, the more unsure answers are rejected. */
@Schema(
        name = "Rejection",
        description =
                "The error rate on the test pictures that are accepted, the more of the unsure ones are rejected.")
record RejectionResponse(
        @Schema(description = "The model's version", example = "1")
        long modelVersion,

        @Schema(
                description = "A point a permille rejected up to 5 %, then a point a per cent, and the one of "
                        + "rejectedForHalfPercent; pictures of the same confidence are rejected together")
        List<PointResponse> points,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(
                description =
                        "Smallest share of pictures to reject so that at most 0.5 % of the accepted are wrong, as the "
                                + "paper's figure 10 has it: 0 where that is so of all, null where no share is enough",
                types = {"number", "null"},
                example = "0.0279")
        @Nullable
        Double rejectedForHalfPercent) {

    /** What rejecting all below one confidence leaves. */
    @Schema(name = "RejectionPoint", description = "What rejecting all below one confidence leaves.")
    record PointResponse(
            @Schema(description = "Share of the pictures that are rejected")
            double rejected,

            @Schema(description = "Share of errors among the accepted pictures")
            double errorRate,

            @Schema(
                    description =
                            "The confidence below which a picture is rejected; the `rejectBelow` of a classification")
            double threshold) {

        private static PointResponse of(RejectionCurve.Point point) {
            return new PointResponse(point.rejectedShare(), point.errorRate(), point.threshold());
        }
    }

    static RejectionResponse of(long version, RejectionCurve curve) {
        RejectionCurve.@Nullable Point found =
                curve.first(RejectionPicture.GOAL).orElse(null);
        return new RejectionResponse(
                version,
                curve.thinned(found).stream().map(PointResponse::of).toList(),
                found == null ? null : found.rejectedShare());
    }
}

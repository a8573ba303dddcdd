package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Objects;
import lenet.dataset.Augmentation;
import org.jspecify.annotations.Nullable;

/** How far training pictures are to be distorted; every field may be left out, and is as in the recipe then. */
@Schema(
        description =
                "How far each training picture is distorted, anew in every epoch. Amounts are drawn uniformly between the"
                        + " bound and the same below 0. What is left out is as in the recipe: 0 where it has none.")
@JsonInclude(JsonInclude.Include.NON_NULL) // A trial's request is written and read again: what is left out stays so.
record AugmentationRequest(
        @Schema(description = "Rotation, in degrees", example = "7")
        @DecimalMin("0")
        @DecimalMax("180")
        @LeftOutOrGiven
        @Nullable
        Double rotation,

        @Schema(description = "Translation to each side, in pixels", example = "0.8")
        @DecimalMin("0")
        @DecimalMax("14")
        @LeftOutOrGiven
        @Nullable
        Double translation,

        @Schema(description = "Share by which a digit grows or shrinks", example = "0.07")
        @DecimalMin("0")
        @DecimalMax("0.5")
        @LeftOutOrGiven
        @Nullable
        Double scaling,

        @Schema(
                description = "Share by which it is compressed along one side and stretched along the other",
                example = "0.05")
        @DecimalMin("0")
        @DecimalMax("0.5")
        @LeftOutOrGiven
        @Nullable
        Double squeezing,

        @Schema(description = "Horizontal shearing: pixels a row", example = "0.1")
        @DecimalMin("0")
        @DecimalMax("1")
        @LeftOutOrGiven
        @Nullable
        Double shearing,

        @Schema(description = "Elastic distortion: root mean square of the displacements, in pixels", example = "0.7")
        @DecimalMin("0")
        @DecimalMax("10")
        @LeftOutOrGiven
        @Nullable
        Double elastic,

        @Schema(
                description =
                        "Standard deviation of the Gaussian that smooths the elastic field, in pixels; left out, 5",
                example = "5")
        @DecimalMin("1")
        @DecimalMax("14")
        @LeftOutOrGiven
        @Nullable
        Double elasticSmoothing,

        @Schema(description = "How much thicker or thinner strokes become: 1 for a pixel on each side", example = "0.5")
        @DecimalMin("0")
        @DecimalMax("1")
        @LeftOutOrGiven
        @Nullable
        Double strokeWidth,

        @Schema(description = "Whether pictures stay as they are, whatever the amounts are", example = "false")
        @LeftOutOrGiven
        @Nullable
        Boolean none) {

    /** What is asked for, on top of a recipe's. */
    Augmentation over(Augmentation base) {
        if (Boolean.TRUE.equals(none)) {
            return Augmentation.NONE;
        }
        return new Augmentation(
                Objects.requireNonNullElse(rotation, base.rotation()),
                Objects.requireNonNullElse(translation, base.translation()),
                Objects.requireNonNullElse(scaling, base.scaling()),
                Objects.requireNonNullElse(squeezing, base.squeezing()),
                Objects.requireNonNullElse(shearing, base.shearing()),
                Objects.requireNonNullElse(elastic, base.elastic()),
                Objects.requireNonNullElse(elasticSmoothing, base.elasticSmoothing()),
                Objects.requireNonNullElse(strokeWidth, base.strokeWidth()));
    }
}

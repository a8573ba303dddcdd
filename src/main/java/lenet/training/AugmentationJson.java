package lenet.training;

import java.util.Objects;
import lenet.dataset.Augmentation;
import org.jspecify.annotations.Nullable;

/** Distortions as {@link RecipeJson} has them. Those from before strokes became wider or narrower have no such field. */
record AugmentationJson(
        double rotation,
        double translation,
        double scaling,
        double squeezing,
        double shearing,
        double elastic,
        double elasticSmoothing,
        @Nullable Double strokeWidth) {

    static @Nullable AugmentationJson of(Augmentation augmentation) {
        return augmentation.isNone()
                ? null
                : new AugmentationJson(
                        augmentation.rotation(),
                        augmentation.translation(),
                        augmentation.scaling(),
                        augmentation.squeezing(),
                        augmentation.shearing(),
                        augmentation.elastic(),
                        augmentation.elasticSmoothing(),
                        augmentation.strokeWidth());
    }

    Augmentation augmentation() {
        return new Augmentation(
                rotation,
                translation,
                scaling,
                squeezing,
                shearing,
                elastic,
                elasticSmoothing,
                Objects.requireNonNullElse(strokeWidth, 0.0));
    }
}

package lenet.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a model has gone live, and why.
 *
 * @param version of the model
 * @param reason a sentence
 * @param validationAccuracy the model's, where it was looked at
 * @param comparedWith the version that was live before; absent where none was, or nobody looked
 * @param comparedValidationAccuracy that version's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromotionOutcome(
        long version,
        boolean promoted,
        String reason,
        @Nullable Double validationAccuracy,
        @Nullable Long comparedWith,
        @Nullable Double comparedValidationAccuracy) {

    /** Nobody wanted it to go live by itself. */
    public static PromotionOutcome notWanted(long version) {
        return new PromotionOutcome(
                version, false, "Model %d did not go live, as was asked.".formatted(version), null, null, null);
    }

    /** It went live whatever the one before was, if one was. */
    static PromotionOutcome always(ModelVersion model, @Nullable ModelVersion before) {
        String reason = "Model %d went live, as was asked, whatever its accuracy.".formatted(model.version());
        return compared(model, before, true, reason);
    }

    /** It was compared with the one that was live, if one was. */
    static PromotionOutcome ifBetter(ModelVersion model, @Nullable ModelVersion before) {
        if (before == null) {
            return compared(model, null, true, "Model %d went live: none was.".formatted(model.version()));
        }
        boolean better = accuracy(model) > accuracy(before);
        String reason = String.format(
                Locale.ROOT,
                better
                        ? "Model %d went live: its validation accuracy of %.2f %% is above the %.2f %% of model %d, which was live."
                        : "Model %d did not go live: its validation accuracy of %.2f %% is not above the %.2f %% of model %d,"
                                + " which stays live.",
                model.version(),
                100 * accuracy(model),
                100 * accuracy(before),
                before.version());
        return compared(model, before, better, reason);
    }

    /** It was to go live, as this outcome says, but does not compute as it should. */
    PromotionOutcome unfit(UnfitModelException why) {
        return new PromotionOutcome(
                version,
                false,
                "Model %d did not go live: %s.".formatted(version, why.getMessage()),
                validationAccuracy,
                comparedWith,
                comparedValidationAccuracy);
    }

    /** As it is stored. */
    public String toJson() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    /** As it was stored, if anything was. */
    public static @Nullable PromotionOutcome ofJson(@Nullable String json) {
        return json == null ? null : JsonMapper.shared().readValue(json, PromotionOutcome.class);
    }

    private static PromotionOutcome compared(
            ModelVersion model, @Nullable ModelVersion before, boolean promoted, String reason) {
        return new PromotionOutcome(
                model.version(),
                promoted,
                reason,
                accuracy(model),
                before == null ? null : (Long) before.version(),
                before == null ? null : (Double) accuracy(before));
    }

    private static double accuracy(ModelVersion model) {
        return model.model().scores().validationAccuracy();
    }
}

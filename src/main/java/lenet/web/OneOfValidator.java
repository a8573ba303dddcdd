package lenet.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Engines;
import lenet.training.JobState;
import lenet.training.NamedRecipe;
import lenet.training.Promotion;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Holds a string against a vocabulary: names of architectures and engines as they are written, words in any case. */
final class OneOfValidator implements ConstraintValidator<OneOf, String> {

    private final Engines engines;
    private Vocabulary vocabulary = Vocabulary.ARCHITECTURE;

    OneOfValidator(Engines engines) {
        this.engines = engines;
    }

    @Override
    public void initialize(OneOf constraint) {
        vocabulary = constraint.value();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        if (value == null || accepts(value)) {
            return true;
        }
        var hibernate = context.unwrap(HibernateConstraintValidatorContext.class);
        hibernate.disableDefaultConstraintViolation();
        hibernate.withDynamicPayload(new OneOf.Accepted(accepted()));
        // A parameter, not part of the template: an engine's name is data, never an expression.
        hibernate
                .addMessageParameter("accepted", String.join(", ", accepted()))
                .buildConstraintViolationWithTemplate("must be one of {accepted}")
                .addConstraintViolation();
        return false;
    }

    private boolean accepts(String value) {
        return switch (vocabulary) {
            case ARCHITECTURE, ENGINE -> accepted().contains(value);
            default -> accepted().stream().anyMatch(word -> Words.isSpelling(value, word));
        };
    }

    private List<String> accepted() {
        return switch (vocabulary) {
            case ARCHITECTURE ->
                ArchitectureCatalogue.all().stream().map(Architecture::name).toList();
            case ENGINE -> engines.names();
            case OPTIMISER -> Words.OPTIMISERS.all();
            case LEARNING_RATE_SCHEDULE -> Words.SCHEDULES.all();
            case LOSS -> Words.LOSSES.all();
            case COMBINATION -> Words.COMBINATIONS.all();
            case INPUT_SCALING -> Words.INPUT_SCALINGS.all();
            case RECIPE -> NamedRecipe.NAMES;
            case MONITOR -> Words.MONITORS.all();
            case PROMOTION -> Words.PROMOTIONS.all();
            // None is found in the one that is left at once.
            case JOB_STATE ->
                Arrays.stream(JobState.values())
                        .filter(state -> state != JobState.INTERRUPTED)
                        .map(Enum::name)
                        .toList();
            case JOB_ORDER -> bothWays(Words.JOB_ORDERS);
            case MODEL_ORDER -> bothWays(Words.MODEL_ORDERS);
            case SWEEP_PROMOTION ->
                List.of(Words.PROMOTIONS.of(Promotion.NEVER), Words.PROMOTIONS.of(Promotion.IF_BETTER));
        };
    }

    private static List<String> bothWays(Words<?> orders) {
        return orders.all().stream()
                .flatMap(order -> Stream.of(order, "-" + order))
                .toList();
    }
}

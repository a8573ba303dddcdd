package lenet.web;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lenet.sweep.Choice;
import lenet.sweep.Halving;
import lenet.sweep.Method;
import lenet.sweep.NewSweep;
import lenet.sweep.NewTrial;
import lenet.sweep.SweptField;
import lenet.training.Recipe;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a sweep of a request, or says everything that is wrong with it. */
@Component
class SweepReader {

    private static final FieldErrors FIELD_ERRORS = new FieldErrors();

    private final Validator validator;
    private final SearchSpaceReader spaces;
    private final TrialRecipes recipes;

    SweepReader(Validator validator, SearchSpaceReader spaces, TrialRecipes recipes) {
        this.validator = validator;
        this.spaces = spaces;
        this.recipes = recipes;
    }

    /**
     * The sweep asked for.
     *
     * @throws InvalidFieldsException with every field that is refused
     */
    NewSweep read(SweepRequest request) {
        Set<FieldError> errors = new LinkedHashSet<>();
        validator
                .validate(request)
                .forEach(violation ->
                        errors.add(FIELD_ERRORS.of(violation.getPropertyPath().toString(), violation)));
        refuseFieldsThatBelongBeside(request.recipeOrDefaults(), errors);
        Halving halving = halving(request, errors);
        Map<String, Choice> choices = spaces.choices(request, errors);
        List<Map<String, Object>> points = errors.isEmpty() ? spaces.points(request, choices, errors) : List.of();
        List<TrainingJobRequest> joined = joined(request, choices, points, errors);
        if (!errors.isEmpty()) {
            recipes.validate(request.recipeOrDefaults(), errors);
            throw new InvalidFieldsException(errors);
        }
        List<NewTrial> trials = joined.stream()
                .map(trial -> recipes.trial(trial, choices.keySet()))
                .toList();
        List<SweptField> fields = choices.entrySet().stream()
                .map(choice -> new SweptField(choice.getKey(), choice.getValue().logarithmic()))
                .toList();
        String name = request.name() == null || request.name().isBlank() ? null : request.name();
        return new NewSweep(
                name,
                request.method(),
                request.monitor(),
                fields,
                request.seedOrDefault(),
                trials,
                halving,
                request.promotion());
    }

    private static void refuseFieldsThatBelongBeside(TrainingJobRequest recipe, Collection<FieldError> errors) {
        refuseBeside("name", recipe.name(), errors);
        refuseBeside(TrialRecipes.PRIORITY, recipe.priority(), errors);
        refuseBeside("promote", recipe.promote(), errors);
    }

    private static void refuseBeside(String field, @Nullable Object found, Collection<FieldError> errors) {
        if (found != null) {
            errors.add(
                    new FieldError("recipe." + field, "must stand beside recipe: it is the sweep's to decide", found));
        }
    }

    private static @Nullable Halving halving(SweepRequest request, Collection<FieldError> errors) {
        HalvingRequest asked = request.halving();
        if (asked == null) {
            return null;
        }
        Integer given = request.recipeOrDefaults().epochs();
        int epochs = given == null ? Recipe.article("", 1).epochs() : given;
        Halving halving = asked.toHalving(epochs);
        if (halving.minEpochs() >= epochs) {
            errors.add(new FieldError(
                    "halving.minEpochs",
                    "must be less than the recipe's epochs, %d".formatted(epochs),
                    halving.minEpochs()));
        }
        return halving;
    }

    /** A single job's request for every point; {@code errors} says what is wrong with them. */
    private List<TrainingJobRequest> joined(
            SweepRequest request,
            Map<String, Choice> choices,
            List<Map<String, Object>> points,
            Collection<FieldError> errors) {
        List<TrainingJobRequest> joined = new ArrayList<>();
        String space = request.method() == Method.GRID ? "grid." : "random.";
        for (Map<String, Object> point : points) {
            Map<String, Object> settings = new LinkedHashMap<>(point);
            if (request.priority() != null) {
                settings.put(TrialRecipes.PRIORITY, request.priority());
            }
            TrainingJobRequest trial = recipes.joined(request.recipeOrDefaults(), settings);
            recipes.validate(trial, point, (field, value) -> space + place(field, choices.get(field), value), errors);
            joined.add(trial);
        }
        return joined;
    }

    private static String place(String field, @Nullable Choice choice, Object value) {
        return choice instanceof Choice.Listed list
                ? field + "[" + list.values().indexOf(value) + "]"
                : field;
    }
}

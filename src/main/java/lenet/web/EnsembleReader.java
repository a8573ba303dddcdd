package lenet.web;

import jakarta.validation.Validator;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import lenet.ensemble.NewEnsemble;
import lenet.model.ModelRegistry;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Combination;
import lenet.network.EnsembleKind;
import lenet.training.NewTrainingJob;
import lenet.training.Promotion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an ensemble of a request, or says everything that is wrong with it. */
@Component
class EnsembleReader {

    private static final int USUAL_SIZE = 3;
    private static final EnsembleKind BOOSTED_LENET4 = ArchitectureCatalogue.BOOSTED_LENET4;
    private static final FieldErrors FIELD_ERRORS = new FieldErrors();

    private final Validator validator;
    private final TrialRecipes recipes;
    private final ModelRegistry registry;

    EnsembleReader(Validator validator, TrialRecipes recipes, ModelRegistry registry) {
        this.validator = validator;
        this.recipes = recipes;
        this.registry = registry;
    }

    /**
     * The ensemble asked for.
     *
     * @throws InvalidFieldsException with every field that is refused
     */
    NewEnsemble read(EnsembleRequest request) {
        Set<FieldError> errors = new LinkedHashSet<>();
        validator
                .validate(request)
                .forEach(violation ->
                        errors.add(FIELD_ERRORS.of(violation.getPropertyPath().toString(), violation)));
        NewEnsemble ensemble =
                request.models() == null ? trained(request, errors) : assembled(request, request.models(), errors);
        if (ensemble == null || !errors.isEmpty()) {
            throw new InvalidFieldsException(errors);
        }
        return ensemble;
    }

    private @Nullable NewEnsemble assembled(EnsembleRequest request, List<Long> models, Collection<FieldError> errors) {
        refuse("recipe", request.recipe(), "must be left out beside models, which are trained already", errors);
        refuse("members", request.members(), "must be left out beside models, whose number it is", errors);
        refuse("boosted", request.boosted(), "must be left out beside models, which are trained already", errors);
        refuse("priority", request.priority(), "must be left out beside models, for there are no jobs", errors);
        if (errors.isEmpty()) {
            refuseTwiceOrEnsembles(models, errors);
        }
        return errors.isEmpty()
                ? new NewEnsemble(
                        name(request),
                        request.combinationOr(Combination.AVERAGE),
                        models.size(),
                        false,
                        List.of(),
                        models,
                        request.promotion())
                : null;
    }

    private void refuseTwiceOrEnsembles(List<Long> models, Collection<FieldError> errors) {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < models.size(); i++) {
            long version = models.get(i);
            if (!seen.add(version)) {
                errors.add(new FieldError("models[%d]".formatted(i), "must not be there twice", version));
            }
            registry.describe(version)
                    .filter(model -> model.description().single().isEmpty())
                    .ifPresent(model -> errors.add(new FieldError(
                            "models", "must be single networks; this one is an ensemble itself", version)));
        }
    }

    private @Nullable NewEnsemble trained(EnsembleRequest request, Collection<FieldError> errors) {
        TrainingJobRequest given = request.recipeOrDefaults();
        boolean isPapers = BOOSTED_LENET4.name().equalsIgnoreCase(given.architecture());
        boolean boosted = isPapers || request.isBoosted();
        String beside = "must stand beside recipe: it is the ensemble's to decide";
        refuse("recipe.name", given.name(), beside, errors);
        refuse("recipe." + TrialRecipes.PRIORITY, given.priority(), beside, errors);
        refuse("recipe.promote", given.promote(), beside, errors);
        refuse("recipe.hardFor", given.hardFor(), "must be left out: boosted says it", errors);
        if (boosted) {
            refuse("recipe.teacher", given.teacher(), "must be left out if they are boosted", errors);
        }
        if (boosted && request.members() != null && request.members() != BOOSTED_LENET4.members()) {
            errors.add(new FieldError(
                    "members",
                    "must be %d, or left out, if they are boosted".formatted(BOOSTED_LENET4.members()),
                    request.members()));
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        if (isPapers) {
            settings.put("architecture", BOOSTED_LENET4.member().name());
        }
        if (request.priority() != null) {
            settings.put(TrialRecipes.PRIORITY, request.priority());
        }
        TrainingJobRequest joined = recipes.joined(given, settings);
        recipes.validate(joined, Map.of(), (field, value) -> field, errors);
        if (!errors.isEmpty()) {
            return null;
        }
        int size = boosted ? BOOSTED_LENET4.members() : Objects.requireNonNullElse(request.members(), USUAL_SIZE);
        NewTrainingJob first = recipes.job(joined);
        List<NewTrainingJob> jobs = IntStream.range(0, boosted ? 1 : size)
                .mapToObj(member -> member(request, first, member))
                .toList();
        Combination usual = boosted ? Combination.ADD : Combination.AVERAGE;
        return new NewEnsemble(
                name(request), request.combinationOr(usual), size, boosted, jobs, List.of(), request.promotion());
    }

    private static NewTrainingJob member(EnsembleRequest request, NewTrainingJob first, int member) {
        String name = name(request);
        return new NewTrainingJob(
                "%s, member %d".formatted(name == null ? "ensemble" : name, member + 1),
                first.notes(),
                first.recipe().withSeed(first.recipe().seed() + member),
                Promotion.NEVER,
                first.priority(),
                first.maxDuration(),
                null);
    }

    private static void refuse(String field, @Nullable Object found, String why, Collection<FieldError> errors) {
        if (found != null) {
            errors.add(new FieldError(field, why, found));
        }
    }

    private static @Nullable String name(EnsembleRequest request) {
        return request.name() == null || request.name().isBlank() ? null : request.name();
    }
}

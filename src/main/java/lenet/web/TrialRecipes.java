package lenet.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.network.Engines;
import lenet.sweep.NewTrial;
import lenet.training.NewTrainingJob;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes a training job of a recipe and a trial's settings, by the same rules as a single one. */
@Component
class TrialRecipes {

    /** The only field of a single job that stands beside a sweep's recipe and is held to that job's bounds. */
    static final String PRIORITY = "priority";

    private static final FieldErrors FIELD_ERRORS = new FieldErrors();

    private final JsonMapper mapper;
    private final Validator validator;
    private final Engines engines;
    private final Dataset dataset;

    TrialRecipes(JsonMapper mapper, Validator validator, Engines engines, Dataset dataset) {
        this.mapper = mapper;
        this.validator = validator;
        this.engines = engines;
        this.dataset = dataset;
    }

    /** Where a field of the joined request stands in the sweep's own. */
    interface Places {
        /** Path of a field that has the trial's {@code value}. */
        String ofSetting(String field, Object value);
    }

    /** The request of a single job with the trial's settings in place of the recipe's. */
    TrainingJobRequest joined(TrainingJobRequest recipe, Map<String, Object> settings) {
        ObjectNode tree = mapper.valueToTree(recipe);
        settings.forEach((field, value) -> tree.set(field, mapper.valueToTree(value)));
        return mapper.treeToValue(tree, TrainingJobRequest.class);
    }

    /** Adds what is wrong with a trial, each at the place where the sweep's request has it. */
    void validate(
            TrainingJobRequest joined, Map<String, Object> settings, Places places, Collection<FieldError> errors) {
        for (ConstraintViolation<TrainingJobRequest> violation : validator.validate(joined)) {
            String path = violation.getPropertyPath().toString();
            Object setting = settings.get(path);
            errors.add(FIELD_ERRORS.of(setting == null ? place(path) : places.ofSetting(path, setting), violation));
        }
    }

    /** Adds what is wrong with the fields of a recipe that other settings may yet be joined to. */
    void validate(TrainingJobRequest recipe, Collection<FieldError> errors) {
        for (ConstraintViolation<TrainingJobRequest> violation : validator.validate(recipe)) {
            if (!(violation.getConstraintDescriptor().getAnnotation() instanceof SettingsOfItsOptimiser)) {
                errors.add(FIELD_ERRORS.of(place(violation.getPropertyPath().toString()), violation));
            }
        }
    }

    private static String place(String path) {
        return path.equals(PRIORITY) ? path : "recipe." + path;
    }

    /** The job of a valid request. */
    NewTrainingJob job(TrainingJobRequest request) {
        return request.toJob(
                engines.preferred().name(), dataset.split(Split.TRAIN).count());
    }

    /** The trial of a valid request; its settings are what the recipe made of them. */
    NewTrial trial(TrainingJobRequest joined, Collection<String> fields) {
        NewTrainingJob job = job(joined);
        JsonNode recipe = mapper.valueToTree(RecipeResponse.of(job.recipe()));
        Map<String, Object> settings = new LinkedHashMap<>();
        fields.forEach(field -> settings.put(field, mapper.treeToValue(recipe.get(field), SweptFields.type(field))));
        return new NewTrial(settings, job);
    }
}

package lenet.web;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lenet.sweep.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the values of one swept field, each held to the same bounds as in a single training job. */
@Component
class SweptValues {

    static final int MOST_VALUES = 100;

    private static final List<String> RANGE_FIELDS = List.of("max", "min", "scale");
    private static final List<String> SCALES = List.of("linear", "log");
    private static final FieldErrors FIELD_ERRORS = new FieldErrors();

    private final JsonMapper mapper;
    private final Validator validator;

    SweptValues(JsonMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /** The values of a list; empty when {@code errors} says why not. */
    Optional<List<Object>> list(String path, String field, JsonNode node, Collection<FieldError> errors) {
        if (!node.isArray() || node.isEmpty() || node.size() > MOST_VALUES) {
            String found = node.isArray() ? node.size() + " values" : text(node);
            errors.add(new FieldError(path, "must be a list of 1 to %d values".formatted(MOST_VALUES), found));
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < node.size(); i++) {
            String place = path + "[" + i + "]";
            Object value = value(place, field, node.get(i), errors);
            if (value != null
                    && !seen.add(
                            value instanceof String word ? word.replace("_", "").toLowerCase(Locale.ROOT) : value)) {
                errors.add(new FieldError(place, "repeats an earlier value", value));
            } else if (value != null) {
                values.add(value);
            }
        }
        return values.size() == node.size() ? Optional.of(values) : Optional.empty();
    }

    /** A range or a list; empty when {@code errors} says why not. */
    Optional<Choice> choice(String path, String field, JsonNode node, Collection<FieldError> errors) {
        if (node.isArray()) {
            return list(path, field, node, errors).map(Choice.Listed::new);
        }
        if (!node.isObject()) {
            errors.add(new FieldError(path, "must be a list of values or an object {min, max, scale}", text(node)));
            return Optional.empty();
        }
        if (SweptFields.type(field) == String.class) {
            errors.add(new FieldError(path, "must be a list of values: only numbers have a range", null));
            return Optional.empty();
        }
        return range(path, field, node, errors);
    }

    private Optional<Choice> range(String path, String field, JsonNode node, Collection<FieldError> errors) {
        int before = errors.size();
        for (String name : node.propertyNames()) {
            if (!RANGE_FIELDS.contains(name)) {
                errors.add(new FieldError(
                        path + "." + name,
                        "is unknown; accepted are " + String.join(", ", RANGE_FIELDS),
                        null,
                        RANGE_FIELDS));
            }
        }
        Number min = bound(path + ".min", field, node.get("min"), errors);
        Number max = bound(path + ".max", field, node.get("max"), errors);
        boolean logarithmic = isLogarithmic(path + ".scale", node.get("scale"), errors);
        if (min != null && max != null && min.doubleValue() >= max.doubleValue()) {
            errors.add(new FieldError(path + ".max", "must be greater than min", max));
        }
        if (min != null && logarithmic && min.doubleValue() <= 0) {
            errors.add(new FieldError(path + ".min", "must be greater than 0 on a log scale", min));
        }
        if (min == null || max == null || errors.size() > before) {
            return Optional.empty();
        }
        return Optional.of(
                SweptFields.type(field) == Double.class
                        ? new Choice.Between(min.doubleValue(), max.doubleValue(), logarithmic)
                        : new Choice.WholeBetween(min.longValue(), max.longValue(), logarithmic));
    }

    private @Nullable Number bound(String path, String field, @Nullable JsonNode node, Collection<FieldError> errors) {
        if (node == null) {
            errors.add(new FieldError(path, "is missing", null));
            return null;
        }
        return (Number) value(path, field, node, errors);
    }

    private static boolean isLogarithmic(String path, @Nullable JsonNode node, Collection<FieldError> errors) {
        String scale = node == null || node.isNull() ? "linear" : text(node).toLowerCase(Locale.ROOT);
        if (!SCALES.contains(scale)) {
            errors.add(new FieldError(path, "must be one of " + String.join(", ", SCALES), scale, SCALES));
        }
        return scale.equals("log");
    }

    private @Nullable Object value(String path, String field, JsonNode node, Collection<FieldError> errors) {
        Class<?> type = SweptFields.type(field);
        if (node.isNull()) {
            errors.add(new FieldError(path, "must have a value", null));
            return null;
        }
        Object value;
        try {
            value = mapper.treeToValue(node, type);
        } catch (JacksonException e) {
            errors.add(new FieldError(path, new Expectation(type).text(), text(node)));
            return null;
        }
        var violations = validator.validateValue(TrainingJobRequest.class, field, value);
        violations.forEach(violation -> errors.add(FIELD_ERRORS.of(path, violation)));
        return violations.isEmpty() ? value : null;
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }
}

package lenet.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lenet.sweep.Choice;
import lenet.sweep.Grid;
import lenet.sweep.Method;
import lenet.sweep.RandomSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a request's grid or random, and finds the points where trials are made. */
@Component
class SearchSpaceReader {

    private static final int MOST_FIELDS = 8;

    private final SweptValues values;

    SearchSpaceReader(SweptValues values) {
        this.values = values;
    }

    /** What each field may be; {@code errors} says what is refused. */
    Map<String, Choice> choices(SweepRequest request, Collection<FieldError> errors) {
        if (request.grid() == null && request.random() == null) {
            errors.add(new FieldError("grid", "is missing: a sweep has a grid or random", null));
        } else if (request.grid() != null && request.random() != null) {
            errors.add(new FieldError("random", "must not come together with grid", null));
        }
        Map<String, Choice> choices = new LinkedHashMap<>();
        boolean halving = request.halving() != null;
        of("grid", request.grid(), halving, errors)
                .forEach((field, node) -> values.list("grid." + field, field, node, errors)
                        .ifPresent(list -> choices.put(field, new Choice.Listed(list))));
        of("random", request.random(), halving, errors)
                .forEach((field, node) -> values.choice("random." + field, field, node, errors)
                        .ifPresent(choice -> choices.put(field, choice)));
        return choices;
    }

    /** The fields of {@code space} that can be swept. */
    private static Map<String, JsonNode> of(
            String path, @Nullable Map<String, JsonNode> space, boolean halving, Collection<FieldError> errors) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        if (space == null) {
            return fields;
        }
        if (space.isEmpty() || space.size() > MOST_FIELDS) {
            errors.add(new FieldError(path, "must have 1 to %d fields".formatted(MOST_FIELDS), space.size()));
            return fields;
        }
        space.forEach((name, node) -> {
            FieldError refusal = SweptFields.refusal(path + "." + name, name, halving);
            if (refusal == null) {
                fields.put(name, node);
            } else {
                errors.add(refusal);
            }
        });
        return fields;
    }

    /** The settings of every trial; none when {@code errors} says why not. */
    List<Map<String, Object>> points(SweepRequest request, Map<String, Choice> choices, Collection<FieldError> errors) {
        Integer trials = request.trials();
        if (request.method() == Method.RANDOM) {
            if (trials == null) {
                errors.add(new FieldError("trials", "is missing: random draws so many", null));
                return List.of();
            }
            RandomSearch search = new RandomSearch(choices, request.seedOrDefault());
            List<Map<String, Object>> points = new ArrayList<>();
            for (int trial = 1; trial <= trials; trial++) {
                points.add(search.point(trial));
            }
            return points;
        }
        Map<String, List<Object>> lists = new LinkedHashMap<>();
        choices.forEach((field, choice) -> lists.put(field, ((Choice.Listed) choice).values()));
        Grid grid = new Grid(lists);
        if (trials == null && grid.size() > SweepRequest.MOST_TRIALS) {
            errors.add(new FieldError(
                    "grid",
                    "must have at most %d combinations; leave values out, or say by trials how many to choose"
                            .formatted(SweepRequest.MOST_TRIALS),
                    grid.size()));
            return List.of();
        }
        return grid.points(Objects.requireNonNullElse(trials, SweepRequest.MOST_TRIALS), request.seedOrDefault());
    }
}

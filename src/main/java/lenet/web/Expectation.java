package lenet.web;

import java.util.Map;
import java.util.UUID;
import lenet.model.ModelReference;
import org.jspecify.annotations.Nullable;

/** What a value of a Java type is to somebody who writes JSON or a query parameter. */
record Expectation(@Nullable Class<?> type) {

    String text() {
        if (type == Integer.class || type == int.class) {
            return "must be a whole number between %d and %d".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == Long.class || type == long.class) {
            return "must be a whole number between %d and %d".formatted(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == Double.class || type == double.class) {
            return "must be a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be a string";
        }
        if (type == UUID.class) {
            return "must be a UUID";
        }
        if (type == ModelReference.class) {
            return "must be " + ModelReference.ACCEPTED;
        }
        if (type == RejectBelow.class) {
            return "must be " + RejectBelow.ACCEPTED;
        }
        return type != null && (type.isRecord() || Map.class.isAssignableFrom(type))
                ? "must be a JSON object"
                : "is of the wrong type";
    }
}

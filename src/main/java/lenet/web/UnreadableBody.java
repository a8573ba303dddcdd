package lenet.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a JSON body could not be read, without the names of Java classes that Jackson's messages have. */
record UnreadableBody(HttpMessageNotReadableException cause) {

    private static final FieldErrors FIELD_ERRORS = new FieldErrors();

    /** What Jackson says of a member that was there before; it has no exception of its own for it. */
    private static final String DUPLICATE = "Duplicate Object property ";

    private static final String NULL = "null";

    /** Where Jackson says by which method a bound is set. */
    private static final Pattern JAVA_NAME = Pattern.compile(",? from `[^`]*`");

    ProblemDetail problem() {
        Throwable reason = cause.getCause();
        if (reason == null) {
            return ProblemType.EMPTY_BODY.detail("the request has no body but null, and one is needed here");
        }
        if (reason instanceof UnrecognizedPropertyException unknown) {
            return unknownField(unknown);
        }
        if (reason instanceof MismatchedInputException mismatch) {
            return wrongType(mismatch, mismatch.getTargetType());
        }
        if (reason instanceof InputCoercionException overflow) {
            return wrongType(overflow, overflow.getTargetType());
        }
        return ProblemType.MALFORMED_REQUEST.detail(
                reason instanceof JacksonException unreadable ? reason(unreadable) : "the body cannot be read");
    }

    /** Why the JSON could not be taken apart. */
    static String reason(JacksonException e) {
        String message = new Quotation(JAVA_NAME.matcher(e.getOriginalMessage()).replaceAll("")).text();
        if (e instanceof StreamConstraintsException) {
            return "the JSON is nested too deeply, or has too many values, or a number, a name or a string of too many"
                    + " characters: " + message;
        }
        return (message.startsWith(DUPLICATE)
                        ? "a JSON object has the member %s twice".formatted(message.substring(DUPLICATE.length()))
                        : "the body is not JSON: " + message)
                + position(e);
    }

    private static ProblemDetail unknownField(UnrecognizedPropertyException unknown) {
        List<String> accepted = unknown.getKnownPropertyIds() == null
                ? List.of()
                : unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .toList();
        return FIELD_ERRORS.problem(List.of(new FieldError(
                field(unknown), "is unknown; accepted are " + String.join(", ", accepted), null, accepted)));
    }

    private static ProblemDetail wrongType(JacksonException mismatch, @Nullable Class<?> target) {
        String expected = new Expectation(target).text();
        if (mismatch.getPath().isEmpty()) {
            return ProblemType.MALFORMED_REQUEST.detail("the body " + expected + position(mismatch));
        }
        Object found = mismatch instanceof InvalidFormatException format ? format.getValue() : found(mismatch);
        return FIELD_ERRORS.problem(List.of(
                new FieldError(field(mismatch), NULL.equals(found) ? expected + ", or be left out" : expected, found)));
    }

    private static @Nullable String found(JacksonException mismatch) {
        if (mismatch instanceof InputCoercionException overflow) {
            return overflow.getInputType() == JsonToken.VALUE_NUMBER_INT ? "a larger whole number" : null;
        }
        JsonToken token = mismatch instanceof MismatchedInputException input ? input.getCurrentToken() : null;
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL -> NULL;
            default -> null;
        };
    }

    private static String field(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static String position(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : " at line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}

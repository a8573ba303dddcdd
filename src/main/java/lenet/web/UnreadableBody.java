package lenet.web;

import java.util.List;
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
        if (reason instanceof StreamConstraintsException) {
            return ProblemType.MALFORMED_REQUEST.detail(
                    "the JSON is nested too deeply, or has a number or a name of too many characters");
        }
        return reason instanceof JacksonException unreadable
                ? ProblemType.MALFORMED_REQUEST.detail("the body is not JSON: "
                        + new Quotation(unreadable.getOriginalMessage()).text() + position(unreadable))
                : ProblemType.MALFORMED_REQUEST.detail("the body cannot be read");
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
        return FIELD_ERRORS.problem(List.of(new FieldError(field(mismatch), expected, found)));
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

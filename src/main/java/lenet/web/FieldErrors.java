package lenet.web;

import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Reads the refused fields out of what Bean Validation throws, all of them at once. */
final class FieldErrors {

    /** What the validator calls a value in a list, after the list's name and its index. */
    private static final String LIST_ELEMENT = ".<list element>";

    /** The problem that lists {@code errors}. */
    ProblemDetail problem(List<FieldError> errors) {
        List<FieldError> sorted = errors.stream()
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        List<String> fields = sorted.stream().map(FieldError::field).distinct().toList();
        String detail = fields.size() == 1
                ? fields.get(0) + " " + sorted.stream().map(FieldError::message).collect(Collectors.joining(", and "))
                : "%d fields are refused: %s".formatted(fields.size(), String.join(", ", fields));
        ProblemDetail problem = ProblemType.INVALID_FIELDS.detail(detail);
        problem.setProperty("errors", sorted);
        return problem;
    }

    List<FieldError> of(BindingResult result) {
        return result.getAllErrors().stream().map(this::of).toList();
    }

    List<FieldError> of(HandlerMethodValidationException e) {
        List<FieldError> errors = new ArrayList<>();
        for (ParameterValidationResult result : e.getParameterValidationResults()) {
            if (result instanceof ParameterErrors nested) {
                nested.getAllErrors().forEach(error -> errors.add(of(error)));
            } else {
                for (MessageSourceResolvable error : result.getResolvableErrors()) {
                    errors.add(new FieldError(
                            Objects.requireNonNullElse(
                                    result.getMethodParameter().getParameterName(), "parameter"),
                            Objects.requireNonNullElse(error.getDefaultMessage(), "is refused"),
                            result.getArgument(),
                            accepted(result.unwrap(error, ConstraintViolation.class))));
                }
            }
        }
        return errors;
    }

    /** What a validator found at {@code field}. */
    FieldError of(String field, ConstraintViolation<?> violation) {
        Object found = violation.getInvalidValue();
        // A violation of a whole record says nothing by repeating it.
        boolean repeatable = found == null || !found.getClass().isRecord();
        return new FieldError(
                field.replace(LIST_ELEMENT, ""),
                violation.getMessage(),
                repeatable ? found : null,
                accepted(violation));
    }

    private FieldError of(ObjectError error) {
        String message = Objects.requireNonNullElse(error.getDefaultMessage(), "is refused");
        return error instanceof org.springframework.validation.FieldError field
                ? new FieldError(
                        field.getField(),
                        message,
                        field.getRejectedValue(),
                        field.contains(ConstraintViolation.class)
                                ? accepted(field.unwrap(ConstraintViolation.class))
                                : null)
                : new FieldError(error.getObjectName(), message, null);
    }

    private static @Nullable List<String> accepted(ConstraintViolation<?> violation) {
        HibernateConstraintViolation<?> detailed = violation.unwrap(HibernateConstraintViolation.class);
        OneOf.Accepted accepted = detailed.getDynamicPayload(OneOf.Accepted.class);
        return accepted == null ? null : accepted.values();
    }
}

package lenet;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Says of each setting that is out of its bounds which they are, by the name that the user knows it by. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        Throwable reason = NestedExceptionUtils.getMostSpecificCause(cause);
        if (reason instanceof BindValidationException invalid) {
            return analysis(
                    invalid.getValidationErrors().getAllErrors().stream()
                            .map(error -> invalid.getValidationErrors().getName() + describe(error))
                            .sorted(),
                    cause);
        }
        return reason instanceof IllegalArgumentException
                        && String.valueOf(reason.getMessage()).startsWith("lenet.")
                ? analysis(Stream.of(String.valueOf(reason.getMessage())), cause)
                : null;
    }

    private static FailureAnalysis analysis(Stream<String> complaints, Throwable cause) {
        return new FailureAnalysis(
                complaints.map(complaint -> "The setting " + complaint + ".").collect(Collectors.joining("\n")),
                "Correct it where it is set, or leave it out for its default.",
                cause);
    }

    private static String describe(ObjectError error) {
        return error instanceof FieldError field
                ? "." + DataObjectPropertyName.toDashedForm(field.getField()) + " " + field.getDefaultMessage()
                        + ", found " + field.getRejectedValue()
                : " " + error.getDefaultMessage();
    }
}

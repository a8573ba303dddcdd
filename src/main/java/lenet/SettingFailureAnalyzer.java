package lenet;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Says of each setting that is out of its bounds which they are, by the name that the user knows it by. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingFailureAnalyzer extends AbstractFailureAnalyzer<BindValidationException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindValidationException cause) {
        ConfigurationPropertyName group = cause.getValidationErrors().getName();
        return new FailureAnalysis(
                cause.getValidationErrors().getAllErrors().stream()
                        .map(error -> "The setting " + group + describe(error) + ".")
                        .sorted()
                        .collect(Collectors.joining("\n")),
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

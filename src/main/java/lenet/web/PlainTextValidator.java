package lenet.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Looks at every character of a text. */
final class PlainTextValidator implements ConstraintValidator<PlainText, String> {

    private boolean multiline;

    @Override
    public void initialize(PlainText constraint) {
        multiline = constraint.multiline();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || value.codePoints().allMatch(this::isPlain);
    }

    private boolean isPlain(int point) {
        if (point == '\n' || point == '\r' || point == '\t') {
            return multiline;
        }
        return new CodePoint(point).isPlain();
    }
}

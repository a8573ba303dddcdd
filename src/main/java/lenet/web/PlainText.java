package lenet.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The string must have no control characters and no halves of surrogate pairs, which databases and JSON refuse, and none
 * that make two names look the same.
 */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface PlainText {

    /** Whether line breaks and tabs are fine. */
    boolean multiline() default false;

    String message() default
            "must have no control characters, and none that are invisible or turn the direction of writing";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

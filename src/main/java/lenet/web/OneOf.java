package lenet.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** The string must be a word of a vocabulary; null is fine. */
@Documented
@Constraint(validatedBy = OneOfValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface OneOf {

    Vocabulary value();

    String message() default "is unknown";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Travels with the violation, so that the problem can list what is accepted. */
    record Accepted(List<String> values) {}
}

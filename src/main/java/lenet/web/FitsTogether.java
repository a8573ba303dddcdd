package lenet.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Fields of a training job that are right alone must be right together. */
@Documented
@Constraint(validatedBy = FitsTogetherValidator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface FitsTogether {

    String message() default "does not fit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

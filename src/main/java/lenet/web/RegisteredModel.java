package lenet.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The number must be the version of a model in the registry; null is fine. */
@Documented
@Constraint(validatedBy = RegisteredModelValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface RegisteredModel {

    String message() default "must be the version of a model; GET /api/v1/models lists them";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

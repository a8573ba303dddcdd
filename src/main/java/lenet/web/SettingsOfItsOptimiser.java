package lenet.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A request may have the settings of the optimiser that it names, and of no other. */
@Documented
@Constraint(validatedBy = SettingsOfItsOptimiserValidator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SettingsOfItsOptimiser {

    String message() default "is no setting of the optimiser {optimiser}, which takes {taken}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

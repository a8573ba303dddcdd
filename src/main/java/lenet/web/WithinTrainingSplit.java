package lenet.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The number must be at most that of the data set's training pictures. */
@Documented
@Constraint(validatedBy = WithinTrainingSplitValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface WithinTrainingSplit {

    String message() default "must be less than or equal to {count}, the data set's training pictures";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

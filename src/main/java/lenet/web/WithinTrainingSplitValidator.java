package lenet.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Asks the data set how many training pictures there are. */
final class WithinTrainingSplitValidator implements ConstraintValidator<WithinTrainingSplit, Integer> {

    private final Dataset dataset;

    WithinTrainingSplitValidator(Dataset dataset) {
        this.dataset = dataset;
    }

    @Override
    public boolean isValid(@Nullable Integer value, ConstraintValidatorContext context) {
        int count = dataset.split(Split.TRAIN).count();
        context.unwrap(HibernateConstraintValidatorContext.class).addMessageParameter("count", count);
        return value == null || value <= count;
    }
}

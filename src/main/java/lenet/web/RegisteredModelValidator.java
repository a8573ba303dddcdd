package lenet.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import lenet.model.ModelRegistry;
import org.jspecify.annotations.Nullable;

/** Asks the registry whether there is such a model. */
final class RegisteredModelValidator implements ConstraintValidator<RegisteredModel, Long> {

    private final ModelRegistry registry;

    RegisteredModelValidator(ModelRegistry registry) {
        this.registry = registry;
    }

    @Override
    public boolean isValid(@Nullable Long version, ConstraintValidatorContext context) {
        return version == null || registry.describe(version).isPresent();
    }
}

package lenet.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import lenet.training.OptimiserName;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Finds settings that the optimiser would not look at: whoever sends them means another training. */
final class SettingsOfItsOptimiserValidator implements ConstraintValidator<SettingsOfItsOptimiser, TrainingJobRequest> {

    /** A field of the request, named as JSON has it. */
    private record Setting(String field, @Nullable Double value) {}

    @Override
    public boolean isValid(TrainingJobRequest request, ConstraintValidatorContext context) {
        // An unknown name has its own error, which says enough.
        return request.optimiserName()
                .map(name -> isValid(request, name, context))
                .orElse(true);
    }

    private static boolean isValid(TrainingJobRequest request, OptimiserName name, ConstraintValidatorContext context) {
        List<String> taken = taken(name);
        List<String> foreign = settings(request).stream()
                .filter(setting -> setting.value() != null)
                .map(Setting::field)
                .filter(field -> !taken.contains(field))
                .toList();
        var hibernate = context.unwrap(HibernateConstraintValidatorContext.class);
        hibernate.disableDefaultConstraintViolation();
        hibernate.addMessageParameter("optimiser", Words.OPTIMISERS.of(name));
        hibernate.addMessageParameter("taken", String.join(", ", taken));
        foreign.forEach(field -> hibernate
                .buildConstraintViolationWithTemplate(hibernate.getDefaultConstraintMessageTemplate())
                .addPropertyNode(field)
                .addConstraintViolation());
        return foreign.isEmpty();
    }

    private static List<String> taken(OptimiserName name) {
        return switch (name) {
            case SGD, NESTEROV -> List.of("momentum");
            case ADAM -> List.of("beta1", "beta2", "epsilon");
            case LEVENBERG_MARQUARDT -> List.of("damping");
        };
    }

    private static List<Setting> settings(TrainingJobRequest request) {
        return List.of(
                new Setting("momentum", request.momentum()),
                new Setting("beta1", request.beta1()),
                new Setting("beta2", request.beta2()),
                new Setting("epsilon", request.epsilon()),
                new Setting("damping", request.damping()));
    }
}

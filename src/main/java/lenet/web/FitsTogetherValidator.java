package lenet.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import lenet.network.Engines;
import lenet.training.LossName;
import lenet.training.OptimiserName;
import lenet.training.Recipe;

/** Holds the recipe that a request comes to against what no single field can know. */
final class FitsTogetherValidator implements ConstraintValidator<FitsTogether, TrainingJobRequest> {

    private final Engines engines;

    FitsTogetherValidator(Engines engines) {
        this.engines = engines;
    }

    @Override
    public boolean isValid(TrainingJobRequest request, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        Recipe base = request.base().recipe(engines.preferred().name(), 1);
        boolean fits = true;
        int epochs = request.epochs() == null ? base.epochs() : request.epochs();
        double warmUp = request.warmUpEpochs() == null ? base.warmUpEpochs() : request.warmUpEpochs();
        if (warmUp > 0 && warmUp >= epochs && epochs > 0) {
            fits = complain(
                    context,
                    "warmUpEpochs",
                    "must be less than epochs, which is %d, found %s".formatted(epochs, warmUp));
        }
        String engine = request.engine() == null ? base.engine() : request.engine();
        if (request.engine() == null && engines.find(engine).isEmpty()) {
            fits = complain(
                    context,
                    "recipe",
                    "%s is trained by the engine %s, which is not installed here; installed are %s"
                            .formatted(request.base().name(), engine, String.join(", ", engines.names())));
        }
        boolean curved = request.optimiserName()
                .filter(name -> name == OptimiserName.LEVENBERG_MARQUARDT)
                .isPresent();
        boolean installed = engines.find(engine).isPresent();
        if (curved && installed && !engine.equals(OptimiserName.ENGINE_WITH_CURVATURE)) {
            fits = complain(
                    context,
                    "optimiser",
                    "levenbergMarquardt needs second derivatives, which only the engine %s has"
                            .formatted(OptimiserName.ENGINE_WITH_CURVATURE));
        }
        boolean map = request.loss() == null
                ? base.loss() == LossName.MAP
                : Words.LOSSES.find(request.loss()).orElse(LossName.MAP) == LossName.MAP;
        // Recipes in files of version 0.1.0 have the usual one beside every loss.
        if (request.rubbish() != null && request.rubbish() != LossName.USUAL_RUBBISH && !map) {
            fits = complain(context, "rubbish", "is a setting of the loss map only");
        }
        return teaches(request, base, context) && fits;
    }

    private static boolean teaches(TrainingJobRequest request, Recipe base, ConstraintValidatorContext context) {
        if (request.teacher() == null) {
            return request.teacherShare() == null || complain(context, "teacherShare", "is a setting of teacher only");
        }
        boolean teaches = true;
        LossName loss = request.loss() == null
                ? base.loss()
                : Words.LOSSES.find(request.loss()).orElse(base.loss());
        if (loss == LossName.MSE) {
            teaches = complain(context, "teacher", "teaches probabilities, which the loss mse does not look at");
        }
        if (request.hardFor() != null) {
            teaches = complain(context, "teacher", "must be left out beside hardFor");
        }
        return teaches;
    }

    private static boolean complain(ConstraintValidatorContext context, String field, String message) {
        context.buildConstraintViolationWithTemplate(message)
                .addPropertyNode(field)
                .addConstraintViolation();
        return false;
    }
}

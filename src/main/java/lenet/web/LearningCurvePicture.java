package lenet.web;

import java.util.List;
import java.util.OptionalInt;
import lenet.evaluation.LearningCurve;
import lenet.image.CurvePoint;
import lenet.image.LearningCurvePlot;
import lenet.training.OptimiserSettings;
import lenet.training.Recipe;
import lenet.training.TrainingJob;

/** What a job's learning curves look like. */
public record LearningCurvePicture(TrainingJob job, LearningCurve curve) {

    /** Loss and error rate by epoch. */
    public LearningCurvePlot plot() {
        Recipe recipe = job.recipe();
        String name = job.name();
        String title = name == null ? "Training job " + job.id() : name;
        String subtitle = "%s on %s, %,d training images, batch size %d, %s at learning rate %s %s, seed %d, %s"
                .formatted(
                        recipe.architecture(),
                        recipe.engine(),
                        recipe.trainingImages(),
                        recipe.batchSize(),
                        Words.OPTIMISERS.of(
                                OptimiserSettings.of(recipe.optimiser()).name()),
                        recipe.learningRate(),
                        Words.SCHEDULES.of(recipe.learningRateSchedule()),
                        recipe.seed(),
                        job.state());
        List<CurvePoint> points = curve.epochs().stream()
                .map(epoch -> new CurvePoint(
                        epoch.epoch(),
                        epoch.trainingLoss(),
                        epoch.validationLoss(),
                        epoch.trainingAccuracy(),
                        epoch.validationAccuracy()))
                .toList();
        OptionalInt best =
                recipe.best(curve).map(epoch -> OptionalInt.of(epoch.epoch())).orElse(OptionalInt.empty());
        return new LearningCurvePlot(title, subtitle, points, best);
    }
}

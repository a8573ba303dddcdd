package lenet.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.PictureReader;
import lenet.dataset.Split;
import lenet.evaluation.ConfusionMatrix;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.Evaluator;
import lenet.evaluation.LearningCurve;
import lenet.evaluation.Predictions;
import lenet.network.Architecture;
import lenet.network.Batch;
import lenet.network.Engine;
import lenet.network.Loss;
import lenet.network.Optimiser;
import lenet.network.Scaling;
import lenet.network.StepResult;
import lenet.network.TrainableNetwork;

/** The whole of training: epochs, batches, learning rate, validation and early stopping, on one thread. */
final class TrainingLoop {

    private final Engine engine;
    private final Architecture architecture;
    private final Dataset dataset;
    private final Recipe recipe;
    private final TrainingListener listener;
    private final Loss loss;
    private final TrainingPictures pictures;

    TrainingLoop(Engine engine, Architecture architecture, Dataset dataset, Recipe recipe, TrainingListener listener) {
        this(engine, architecture, dataset, TrainingPictures.of(dataset, recipe), recipe, listener);
    }

    /** Trains on {@code pictures} in place of the training split. */
    TrainingLoop(
            Engine engine,
            Architecture architecture,
            Dataset dataset,
            TrainingPictures pictures,
            Recipe recipe,
            TrainingListener listener) {
        this.engine = engine;
        this.architecture = architecture;
        this.dataset = dataset;
        this.recipe = recipe;
        this.listener = listener;
        this.loss = recipe.loss().loss(architecture, recipe.rubbish());
        this.pictures = pictures;
    }

    /**
     * Trains from {@code start} until the recipe is done.
     *
     * @param start the state after the last epoch of {@code finished} or within the next
     * @param finished the epochs that are behind {@code start}; empty for a new training
     * @throws DivergedException when the loss is no longer a finite number
     */
    void run(Checkpoint start, LearningCurve finished) {
        List<EpochMetrics> epochs = new ArrayList<>(finished.epochs());
        Scaling scaling = recipe.inputScaling().of(dataset);
        PartialEpoch partial = start.partial();
        try (TrainableNetwork network =
                engine.trainable(architecture, scaling, loss, recipe.optimiser(), start.state())) {
            while (!recipe.stopsAfter(new LearningCurve(epochs))) {
                EpochMetrics metrics = epoch(network, epochs.size(), partial);
                partial = PartialEpoch.NONE;
                epochs.add(metrics);
                boolean best = recipe.best(new LearningCurve(epochs))
                        .map(metrics::equals)
                        .orElseThrow();
                listener.onEpochEnd(metrics, best, network.state());
            }
        }
    }

    private EpochMetrics epoch(TrainableNetwork network, int epoch, PartialEpoch before) {
        LabelledImages images = pictures.images();
        int[] order = Shuffle.order(recipe.trainingImages(), recipe.seed(), epoch);
        long start = System.nanoTime() - (long) (before.seconds() * 1e9);
        TrainingPictures.Pass pass = pictures.pass()
                .of(
                        epoch,
                        () -> listener.onProgress(epoch + 1, before.batches(), 0, checkpoint(network, epoch, before)));
        PictureReader reader = pass.reader();
        if (before.batches() == 0 && recipe.optimiser().method() instanceof Optimiser.LevenbergMarquardt) {
            int samples = Math.min(Optimiser.LevenbergMarquardt.SAMPLES, order.length);
            network.estimateCurvature(new Batch(images, order, 0, samples, reader));
        }
        double lossSum = before.lossSum();
        int correct = before.correct();
        for (int batch = before.batches(); batch < recipe.batchesPerEpoch(); batch++) {
            int from = batch * recipe.batchSize();
            PartialEpoch done = new PartialEpoch(batch, lossSum, correct, secondsSince(start));
            listener.onProgress(epoch + 1, batch, perSecond(from, start), checkpoint(network, epoch, done));
            Batch step = new Batch(
                    images, order, from, Math.min(from + recipe.batchSize(), order.length), reader, pass.targets());
            StepResult result = network.step(step, learningRate(epoch, batch));
            if (!Double.isFinite(result.lossSum())) {
                throw new DivergedException(epoch + 1, batch + 1, result.lossSum(), learningRate(epoch, batch));
            }
            lossSum += result.lossSum();
            correct += result.correct();
            listener.onBatchEnd(step.size(), result.lossSum() / step.size());
        }
        double imagesPerSecond = perSecond(order.length, start);
        PartialEpoch all = new PartialEpoch(recipe.batchesPerEpoch(), lossSum, correct, secondsSince(start));
        Predictions validation = Evaluator.predict(
                network::logits,
                loss,
                dataset.split(Split.VALIDATION),
                () -> listener.onProgress(
                        epoch + 1, recipe.batchesPerEpoch(), imagesPerSecond, checkpoint(network, epoch, all)));
        if (!Double.isFinite(validation.loss())) {
            throw new DivergedException(epoch + 1, recipe.batchesPerEpoch(), validation.loss(), learningRate(epoch, 0));
        }
        return new EpochMetrics(
                epoch + 1,
                lossSum / order.length,
                (double) correct / order.length,
                validation.loss(),
                accuracy(validation),
                learningRate(epoch, 0),
                secondsSince(start),
                imagesPerSecond);
    }

    private static Supplier<Checkpoint> checkpoint(TrainableNetwork network, int epoch, PartialEpoch done) {
        return () -> new Checkpoint(epoch, done, network.state());
    }

    private double learningRate(int epoch, int batch) {
        var position = new LearningRateSchedule.Position(
                epoch, recipe.epochs(), batch, recipe.batchesPerEpoch(), recipe.warmUpEpochs());
        return recipe.learningRateSchedule().rateWithWarmUp(recipe.learningRate(), position);
    }

    private double accuracy(Predictions validation) {
        byte[] labels = dataset.split(Split.VALIDATION).labels();
        return ConfusionMatrix.of(architecture.classes(), labels, validation.predicted())
                .accuracy();
    }

    private static double perSecond(int images, long start) {
        double seconds = secondsSince(start);
        return seconds > 0 ? images / seconds : 0;
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

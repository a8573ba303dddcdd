package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lenet.dataset.Augmentation;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.LearningCurve;
import lenet.evaluation.Monitor;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Classifier;
import lenet.network.Engine;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Parameters;
import lenet.testing.SmallMnist;
import lenet.testing.TinyEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingLoopTest {

    private static final Dataset DATASET = SmallMnist.load();
    private static final Architecture LENET5 = ArchitectureCatalogue.LENET5;

    private static final Recipe TAUGHT =
            Recipes.distorted(recipe(4, 0.1, null), new Augmentation(9, 1, 0, 0, 0, 0, 5, 0));

    @Test
    void theLossFallsFromEpochToEpoch() {
        Recorded recorded = run(recipe(4, 0.1, null));

        assertThat(recorded.epochs).hasSize(4);
        assertThat(recorded.epochs.get(3).trainingLoss())
                .isLessThan(recorded.epochs.get(0).trainingLoss());
    }

    @Test
    void everyPictureIsTrainedOnOnceAnEpochTheLastPartialBatchIncluded() {
        Recorded recorded = run(recipe(1, 0.1, null));

        assertThat(recorded.batches).hasSize(18).endsWith(6);
        assertThat(recorded.batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(550);
    }

    @Test
    void theSameRecipeGivesTheSameWeights() {
        assertThat(run(recipe(2, 0.1, null)).states).isEqualTo(run(recipe(2, 0.1, null)).states);
    }

    static Stream<Optimiser> optimisers() {
        return Stream.of(
                new Optimiser(new Optimiser.Momentum(0.5, false), 0),
                new Optimiser(new Optimiser.Momentum(0.9, true), 0.1),
                new Optimiser(Optimiser.Adam.DEFAULT, 0, 0.5));
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void trainingContinuesAfterAnEpochAsIfItHadNeverStopped(Optimiser optimiser) {
        Recipe recipe = recipe(4, 0.1, optimiser, null);
        Recorded whole = run(recipe);
        Recorded rest = new Recorded();
        new TrainingLoop(new TinyEngine(), LENET5, DATASET, recipe, rest)
                .run(new Checkpoint(2, whole.states.get(1)), new LearningCurve(whole.epochs.subList(0, 2)));

        assertThat(rest.states).isEqualTo(whole.states.subList(2, 4));
        assertThat(rest.epochs).extracting(EpochMetrics::epoch).containsExactly(3, 4);
    }

    /** In the first epoch, in the middle, before the last partial batch, and between training and validation. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 9", "3, 17", "4, 18"})
    void trainingContinuesWithinAnEpochAsIfItHadNeverStopped(int epoch, int batch) {
        Recipe recipe = recipe(4, 0.1, new Optimiser(Optimiser.Adam.DEFAULT, 0, 0.5), null);
        Recorded whole = new Recorded().withCheckpointAt(epoch, batch);
        run(recipe, whole);
        Recorded rest = new Recorded();
        new TrainingLoop(new TinyEngine(), LENET5, DATASET, recipe, rest)
                .run(Objects.requireNonNull(whole.snapshot), new LearningCurve(whole.epochs.subList(0, epoch - 1)));

        assertThat(rest.states).isEqualTo(whole.states.subList(epoch - 1, 4));
        assertThat(rest.epochs)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds", "imagesPerSecond")
                .isEqualTo(whole.epochs.subList(epoch - 1, 4));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 9", "3, 17", "4, 0"})
    void trainingByATeacherContinuesAsIfItHadNeverStopped(int epoch, int batch) {
        Recorded whole = new Recorded().withCheckpointAt(epoch, batch);
        taught(whole, beginning(TAUGHT), new LearningCurve(List.of()));
        Recorded rest = new Recorded();
        taught(rest, Objects.requireNonNull(whole.snapshot), new LearningCurve(whole.epochs.subList(0, epoch - 1)));

        assertThat(rest.states).isEqualTo(whole.states.subList(epoch - 1, 4));
    }

    @Test
    void aTeacherChangesWhatIsLearned() {
        Recorded taught = new Recorded();
        taught(taught, beginning(TAUGHT), new LearningCurve(List.of()));

        assertThat(taught.states).isNotEqualTo(run(TAUGHT).states);
    }

    @Test
    void earlyStoppingEndsTrainingBeforeItsLastEpoch() {
        EarlyStopping impatient = new EarlyStopping(1, 5, Monitor.VALIDATION_LOSS, true);

        assertThat(run(recipe(50, 0.1, impatient)).epochs).hasSize(2);
    }

    @Test
    void anEpochIsMarkedAsBestWhenNoneBeforeHadALowerValidationLoss() {
        Recorded recorded = run(recipe(8, 3, null));

        assertThat(recorded.best).isEqualTo(leaders(recorded.epochs, epoch -> -epoch.validationLoss()));
        assertThat(recorded.best).as("the recipe jumps about").contains(false);
    }

    @Test
    void anEpochIsMarkedAsBestByTheMonitoredFigure() {
        EarlyStopping byAccuracy = new EarlyStopping(100, 0, Monitor.VALIDATION_ACCURACY, true);
        Recorded recorded = run(recipe(8, 3, byAccuracy));

        assertThat(recorded.best).isEqualTo(leaders(recorded.epochs, EpochMetrics::validationAccuracy));
    }

    @Test
    void anEpochRecordsTheLearningRateOfItsFirstStep() {
        assertThat(run(recipe(2, 0.1, null)).epochs)
                .extracting(EpochMetrics::learningRate)
                .containsExactly(0.1, 0.05);
    }

    @Test
    void aLossThatIsNoNumberEndsTrainingAndSaysWhere() {
        assertThatThrownBy(() -> run(recipe(2, 1e300, null)))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("epoch 1, batch ")
                .hasMessageContaining("learning rate ");
    }

    /** Which epochs have more of {@code figure} than all before them. */
    private static List<Boolean> leaders(List<EpochMetrics> epochs, ToDoubleFunction<EpochMetrics> figure) {
        List<Boolean> leaders = new ArrayList<>();
        double most = Double.NEGATIVE_INFINITY;
        for (EpochMetrics epoch : epochs) {
            leaders.add(figure.applyAsDouble(epoch) > most);
            most = Math.max(most, figure.applyAsDouble(epoch));
        }
        return leaders;
    }

    private static Recorded run(Recipe recipe) {
        return run(recipe, new Recorded());
    }

    private static Recorded run(Recipe recipe, Recorded recorded) {
        new TrainingLoop(new TinyEngine(), LENET5, DATASET, recipe, recorded)
                .run(beginning(recipe), new LearningCurve(List.of()));
        return recorded;
    }

    private static Checkpoint beginning(Recipe recipe) {
        return new Checkpoint(0, NetworkState.initial(Parameters.initial(LENET5, recipe.seed())));
    }

    /** Goes on from {@code start} by a teacher that knows nothing, but always the same. */
    private static void taught(Recorded recorded, Checkpoint start, LearningCurve finished) {
        Engine engine = new TinyEngine();
        LabelledImages train = DATASET.split(Split.TRAIN);
        Classifier teacher =
                engine.classifier(LENET5, TAUGHT.inputScaling().of(DATASET), Parameters.initial(LENET5, 5));
        try (TrainingPictures pictures = new TrainingPictures(
                train, new Lessons(train, TAUGHT, new Distillation(1, Distillation.USUAL_SHARE), teacher))) {
            new TrainingLoop(engine, LENET5, DATASET, pictures, TAUGHT, recorded).run(start, finished);
        }
    }

    private static Recipe recipe(int epochs, double learningRate, @Nullable EarlyStopping earlyStopping) {
        return recipe(epochs, learningRate, new Optimiser(new Optimiser.Momentum(0.5, false), 0), earlyStopping);
    }

    private static Recipe recipe(
            int epochs, double learningRate, Optimiser optimiser, @Nullable EarlyStopping earlyStopping) {
        return new Recipe(
                "lenet5",
                TinyEngine.NAME,
                epochs,
                32,
                learningRate,
                optimiser,
                LearningRateSchedule.COSINE,
                42,
                550,
                earlyStopping);
    }

    private static final class Recorded implements TrainingListener {

        private final List<EpochMetrics> epochs = new ArrayList<>();
        private final List<Boolean> best = new ArrayList<>();
        private final List<NetworkState> states = new ArrayList<>();
        private final List<Integer> batches = new ArrayList<>();
        private int snapshotEpoch;
        private int snapshotBatch;
        private @Nullable Checkpoint snapshot;

        /** Takes a checkpoint in the middle of an epoch. */
        private Recorded withCheckpointAt(int epoch, int batch) {
            snapshotEpoch = epoch;
            snapshotBatch = batch;
            return this;
        }

        @Override
        public void onProgress(int epoch, int batch, double imagesPerSecond, Supplier<Checkpoint> here) {
            if (epoch == snapshotEpoch && batch == snapshotBatch && snapshot == null) {
                snapshot = here.get();
            }
        }

        @Override
        public void onBatchEnd(int images, double meanLoss) {
            batches.add(images);
        }

        @Override
        public void onEpochEnd(EpochMetrics metrics, boolean isBest, NetworkState state) {
            epochs.add(metrics);
            best.add(isBest);
            states.add(state);
        }
    }
}

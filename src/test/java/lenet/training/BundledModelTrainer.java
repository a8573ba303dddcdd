package lenet.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.engine.vector.VectorEngine;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.Evaluation;
import lenet.evaluation.Evaluator;
import lenet.evaluation.LearningCurve;
import lenet.evaluation.TemperatureScaling;
import lenet.model.BundledModel;
import lenet.model.ModelFile;
import lenet.model.Provenance;
import lenet.model.RunningSystem;
import lenet.model.Scores;
import lenet.model.TrainedModel;
import lenet.model.TrainingRun;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Batch;
import lenet.network.Engine;
import lenet.network.Ensemble;
import lenet.network.Network;
import lenet.network.NetworkState;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.TrainableNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trains the model that ships inside the product, with the recipe {@code accurate} on all of MNIST: several seeds, of
 * which the validation split chooses one. Writes its file:
 *
 * <pre>./mvnw -Pbundled-model process-test-classes</pre>
 */
public final class BundledModelTrainer {

    private static final Logger LOG = LoggerFactory.getLogger(BundledModelTrainer.class);
    private static final Path FILE = Path.of("src/main/resources" + BundledModel.RESOURCE);
    private static final int SEEDS = 5;

    private final Engine engine = new VectorEngine(2);
    private final Dataset mnist = Dataset.bundled();
    private final Architecture lenet5 = ArchitectureCatalogue.LENET5;

    private final int trainingImages;

    private BundledModelTrainer(int trainingImages) {
        this.trainingImages = trainingImages;
    }

    /** A trained network of one seed; what chooses is the last epoch's validation. */
    private record Candidate(Recipe recipe, NetworkState state, EpochMetrics last) {

        /** The most hits; of as many, the smaller loss. */
        static final Comparator<Candidate> BY_VALIDATION = Comparator.<Candidate>comparingDouble(
                        candidate -> candidate.last().validationAccuracy())
                .thenComparing(candidate -> -candidate.last().validationLoss());
    }

    /**
     * Trains some minutes a seed, then overwrites the file in {@code src/main/resources}.
     *
     * @param arguments for a try-out, all or none: number of seeds, number of training pictures, the file to write
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            int all = Dataset.bundled().split(Split.TRAIN).count();
            new BundledModelTrainer(all).write(SEEDS, FILE);
        } else {
            new BundledModelTrainer(Integer.parseInt(arguments[1]))
                    .write(Integer.parseInt(arguments[0]), Path.of(arguments[2]));
        }
    }

    private void write(int seeds, Path file) throws IOException {
        Candidate best = LongStream.rangeClosed(1, seeds)
                .mapToObj(this::candidate)
                .max(Candidate.BY_VALIDATION)
                .orElseThrow();
        TrainedModel model = model(best);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, ModelFile.write(model));
        LOG.info("{} written, of seed {}: {}", file, best.recipe().seed(), model.scores());
    }

    private Candidate candidate(long seed) {
        Recipe recipe =
                NamedRecipe.ACCURATE.recipe(engine.name(), trainingImages).withSeed(seed);
        NetworkState initial = NetworkState.initial(Parameters.initial(lenet5, seed));
        LastEpoch end = new LastEpoch();
        new TrainingLoop(engine, lenet5, mnist, recipe, end)
                .run(new Checkpoint(0, initial), new LearningCurve(List.of()));
        LOG.info("seed {}: {}", seed, end.metrics);
        return new Candidate(recipe, end.state, end.metrics);
    }

    /** Remembers the last epoch. */
    @SuppressWarnings("NullAway.Init") // A recipe has an epoch at least.
    private static final class LastEpoch implements TrainingListener {

        private EpochMetrics metrics;
        private NetworkState state;

        @Override
        public void onProgress(int epoch, int batch, double imagesPerSecond, Supplier<Checkpoint> here) {}

        @Override
        public void onBatchEnd(int images, double meanLoss) {}

        @Override
        public void onEpochEnd(EpochMetrics ended, boolean best, NetworkState trained) {
            metrics = ended;
            state = trained;
        }
    }

    /** Only the chosen one meets the test split. */
    private TrainedModel model(Candidate chosen) throws IOException {
        Recipe recipe = chosen.recipe();
        Scaling scaling = recipe.inputScaling().of(mnist);
        try (TrainableNetwork network = engine.trainable(lenet5, scaling, recipe.optimiser(), chosen.state())) {
            TemperatureScaling temperature =
                    TemperatureScaling.fitted(network::logits, mnist.split(Split.VALIDATION), () -> {});
            Function<Batch, float[]> answering = temperature.of(network::logits);
            Evaluation validation = evaluation(answering, Split.VALIDATION);
            Evaluation test = evaluation(answering, Split.TEST);
            Parameters parameters = network.state().answering(lenet5, recipe.optimiser());
            return new TrainedModel(
                    lenet5.name(),
                    Ensemble.of(new Network(lenet5, scaling, parameters)).at(temperature.temperature()),
                    provenance(recipe),
                    new Scores(validation.accuracy(), validation.loss(), test.accuracy(), test.loss()));
        }
    }

    private Evaluation evaluation(Function<Batch, float[]> network, Split split) {
        return new Evaluation(mnist.split(split), Evaluator.predict(network, mnist.split(split), () -> {}));
    }

    private Provenance provenance(Recipe recipe) throws IOException {
        TrainingRun run = new TrainingRun(
                null,
                JsonMapper.shared().writeValueAsString(recipe),
                recipe.seed(),
                recipe.epochs(),
                engine.description(),
                mnist.name(),
                mnist.fingerprint(),
                recipe.trainingImages());
        return Provenance.of(run, system(), Instant.now());
    }

    private static RunningSystem system() throws IOException {
        return RunningSystem.describe(
                new BuildProperties(properties("META-INF/build-info.properties", "build.")),
                new GitProperties(properties("git.properties", "git.")));
    }

    private static Properties properties(String resource, String prefix) throws IOException {
        Properties properties = new Properties();
        PropertiesLoaderUtils.loadProperties(new ClassPathResource(resource))
                .forEach((name, value) -> properties.put(name.toString().replaceFirst("^" + prefix, ""), value));
        return properties;
    }
}

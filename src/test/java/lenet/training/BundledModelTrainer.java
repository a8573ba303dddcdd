package lenet.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.engine.dl4j.Dl4jEngine;
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
 * Trains the model that ships inside the product, with the default recipe on all of MNIST, and writes its file:
 *
 * <pre>./mvnw -Pbundled-model process-test-classes</pre>
 */
public final class BundledModelTrainer implements TrainingListener {

    private static final Logger LOG = LoggerFactory.getLogger(BundledModelTrainer.class);
    private static final Path FILE = Path.of("src/main/resources" + BundledModel.RESOURCE);

    private final Engine engine = new Dl4jEngine();
    private final Dataset mnist = Dataset.bundled();
    private final Architecture lenet5 = ArchitectureCatalogue.LENET5;
    private final Scaling scaling = Scaling.centred(mnist.mean());
    private final Recipe recipe =
            Recipe.article(engine.name(), mnist.split(Split.TRAIN).count());
    private final List<EpochMetrics> epochs = new ArrayList<>();
    private NetworkState state = NetworkState.initial(Parameters.initial(lenet5, recipe.seed()));

    /** Trains for some minutes, then overwrites the file in {@code src/main/resources}. */
    public static void main(String[] arguments) throws IOException {
        new BundledModelTrainer().train();
    }

    @Override
    public void onProgress(int epoch, int batch, double imagesPerSecond, Supplier<Checkpoint> here) {}

    @Override
    public void onBatchEnd(int images, double meanLoss) {}

    @Override
    public void onEpochEnd(EpochMetrics metrics, boolean best, NetworkState trained) {
        LOG.info("{}", metrics);
        epochs.add(metrics);
        state = trained;
    }

    private void train() throws IOException {
        new TrainingLoop(engine, lenet5, mnist, recipe, this)
                .run(new Checkpoint(0, state), new LearningCurve(List.of()));
        TrainedModel model = model();
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, ModelFile.write(model));
        LOG.info("{} written: {}", FILE, model.scores());
    }

    private TrainedModel model() throws IOException {
        try (TrainableNetwork network = engine.trainable(lenet5, scaling, recipe.optimiser(), state)) {
            TemperatureScaling temperature =
                    TemperatureScaling.fitted(network::logits, mnist.split(Split.VALIDATION), () -> {});
            Function<Batch, float[]> answering = temperature.of(network::logits);
            Evaluation validation = evaluation(answering, Split.VALIDATION);
            Evaluation test = evaluation(answering, Split.TEST);
            return new TrainedModel(
                    lenet5.name(),
                    Ensemble.of(new Network(lenet5, scaling, state.parameters()))
                            .at(temperature.temperature()),
                    provenance(),
                    new Scores(validation.accuracy(), validation.loss(), test.accuracy(), test.loss()));
        }
    }

    private Evaluation evaluation(Function<Batch, float[]> network, Split split) {
        return new Evaluation(mnist.split(split), Evaluator.predict(network, mnist.split(split), () -> {}));
    }

    private Provenance provenance() throws IOException {
        TrainingRun run = new TrainingRun(
                null,
                JsonMapper.shared().writeValueAsString(recipe),
                recipe.seed(),
                epochs.size(),
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

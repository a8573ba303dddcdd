package lenet.model;

import java.util.Optional;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.evaluation.Evaluation;
import lenet.evaluation.Evaluator;
import lenet.network.Classifier;
import lenet.network.Engines;
import lenet.network.Scaling;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;

/** Takes in models from files: reads, evaluates and registers them. None goes live by itself. */
@Service
public class ModelImport {

    private final ModelRegistry registry;
    private final Engines engines;
    private final Dataset dataset;

    ModelImport(ModelRegistry registry, Engines engines, Dataset dataset) {
        this.registry = registry;
        this.engines = engines;
        this.dataset = dataset;
    }

    /** What became of a file: a version, and whether it is a new one. */
    public record Result(ModelVersion version, boolean isNew) {}

    /**
     * Registers the model in {@code file}, with what it scores on this service's validation and test split. A file that was
     * taken in before, or was exported from here and is unchanged, gives the version that is there.
     *
     * @param mean what the network's inputs were centred by, where the file does not say; this service's own if absent
     * @param scale what they were multiplied by after that; 1 if absent
     * @param betweenChunks called every few milliseconds of evaluation; it may throw to stop
     * @throws ModelFileException if the file holds no model that this service runs
     * @throws UnfitModelException if the model does not give finite logits
     */
    public Result add(byte[] file, @Nullable Double mean, @Nullable Double scale, Runnable betweenChunks) {
        return find(file).orElseGet(() -> read(file, mean, scale, betweenChunks));
    }

    /** The version whose own file this is, if there is one. */
    public Optional<Result> find(byte[] file) {
        return registry.findByFile(Sha256.of(file)).map(known -> new Result(known, false));
    }

    private Result read(byte[] file, @Nullable Double mean, @Nullable Double scale, Runnable betweenChunks) {
        Scaling scaling = new Scaling(mean == null ? dataset.mean() : mean, scale == null ? 1 : scale);
        ModelFormat format = ModelFormat.of(file);
        ImportedNetwork network = format.read(file, scaling);
        TrainedModel model = evaluated(network, provenance(network, format, Sha256.of(file)), betweenChunks);
        ModelVersion present = registry.find(model).orElse(null);
        return present != null ? new Result(present, false) : new Result(registry.add(model), true);
    }

    private Provenance provenance(ImportedNetwork network, ModelFormat format, String sha256) {
        String parent = network.metadata().get(ModelVersion.METADATA);
        Provenance claimed = network.provenance() == null ? Provenance.UNKNOWN : network.provenance();
        refuseBrokenRecipe(claimed.recipe());
        return claimed.importedFrom(
                new Provenance.ImportedFile(
                        format.label(), sha256, network.producer().isEmpty() ? null : network.producer()),
                parent == null
                        ? null
                        : registry.findByFile(parent).map(ModelVersion::version).orElse(null));
    }

    /** Of this service's own files a recipe is JSON; whoever reads it relies on that. */
    private static void refuseBrokenRecipe(@Nullable String recipe) {
        try {
            if (recipe != null && !FileJson.MAPPER.readTree(recipe).isObject()) {
                throw new ModelFileException("the provenance's recipe must be a JSON object");
            }
        } catch (JacksonException e) {
            throw new ModelFileException("the provenance's recipe is no JSON: " + FileJson.reason(e), e);
        }
    }

    private TrainedModel evaluated(ImportedNetwork network, Provenance provenance, Runnable betweenChunks) {
        try (Classifier classifier = network.ensemble().classifier(engines.preferred())) {
            Evaluation validation = evaluate(classifier, Split.VALIDATION, betweenChunks);
            Evaluation test = evaluate(classifier, Split.TEST, betweenChunks);
            return new TrainedModel(
                    network.name(),
                    network.ensemble(),
                    provenance,
                    new Scores(validation.accuracy(), validation.loss(), test.accuracy(), test.loss()));
        }
    }

    private Evaluation evaluate(Classifier classifier, Split split, Runnable betweenChunks) {
        LabelledImages images = dataset.split(split);
        return new Evaluation(images, Evaluator.predict(classifier, images, betweenChunks));
    }
}

package lenet.ensemble;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.evaluation.Evaluation;
import lenet.evaluation.Evaluator;
import lenet.evaluation.TemperatureScaling;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import lenet.model.ModelVersion;
import lenet.model.Provenance;
import lenet.model.Provenance.Assembly;
import lenet.model.RunningSystem;
import lenet.model.Scores;
import lenet.model.TrainedModel;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Classifier;
import lenet.network.Engine;
import lenet.network.Engines;
import lenet.network.Ensemble;
import lenet.network.EnsembleKind;
import lenet.network.Network;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes one model of several. */
@Component
class EnsembleAssembly {

    private final ModelRegistry registry;
    private final Engines engines;
    private final Dataset dataset;
    private final RunningSystem system;
    private final Clock clock;

    EnsembleAssembly(ModelRegistry registry, Engines engines, Dataset dataset, RunningSystem system, Clock clock) {
        this.registry = registry;
        this.engines = engines;
        this.dataset = dataset;
        this.system = system;
        this.clock = clock;
    }

    /**
     * The ensemble of the members' networks, evaluated; it is not registered yet.
     *
     * @throws lenet.model.ModelNotFoundException if one of them is there no longer
     */
    TrainedModel assemble(EnsembleRun run) {
        List<ModelVersion> versions = run.versions().stream()
                .map(version -> registry.get(new ModelReference(version, null)))
                .toList();
        List<Network> networks =
                versions.stream().map(version -> version.model().network()).toList();
        Engine engine = engines.preferred();
        Ensemble untempered = new Ensemble(networks, run.combination(), 1);
        Ensemble ensemble = untempered.at(temperature(untempered, engine));
        try (Classifier classifier = ensemble.classifier(engine)) {
            Evaluation validation = evaluate(classifier, Split.VALIDATION);
            Evaluation test = evaluate(classifier, Split.TEST);
            return new TrainedModel(
                    name(run, ensemble),
                    ensemble,
                    provenance(run, versions, engine),
                    new Scores(validation.accuracy(), validation.loss(), test.accuracy(), test.loss()));
        }
    }

    /** Of its own: averages are less sure than their networks, sums are surer. */
    private double temperature(Ensemble ensemble, Engine engine) {
        LabelledImages validation = dataset.split(Split.VALIDATION);
        try (Classifier classifier = ensemble.classifier(engine)) {
            return TemperatureScaling.fitted(
                            batch -> classifier.logits(validation.images(), batch.from(), batch.to()),
                            validation,
                            () -> {})
                    .temperature();
        }
    }

    private Evaluation evaluate(Classifier classifier, Split split) {
        LabelledImages images = dataset.split(split);
        return new Evaluation(images, Evaluator.predict(classifier, images));
    }

    private static String name(EnsembleRun run, Ensemble ensemble) {
        EnsembleKind boosted = ArchitectureCatalogue.BOOSTED_LENET4;
        boolean paper = run.boosted()
                && ensemble.members().stream()
                        .allMatch(network -> network.architecture().equals(boosted.member()));
        return paper ? boosted.name() : TrainedModel.nameOf(ensemble);
    }

    private Provenance provenance(EnsembleRun run, List<ModelVersion> versions, Engine engine) {
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("models", versions.stream().map(ModelVersion::version).toList());
        recipe.put("combination", run.combination().name().toLowerCase(Locale.ROOT));
        return Provenance.ofEnsemble(
                JsonMapper.shared().writeValueAsString(recipe),
                new Assembly(
                        run.id().toString(),
                        run.boosted(),
                        versions.stream()
                                .map(version -> new Assembly.AssembledModel(version.version(), version.sha256()))
                                .toList()),
                engine.description(),
                dataset.name(),
                dataset.fingerprint(),
                system,
                clock.instant());
    }
}

package lenet.classification;

import java.util.Optional;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.evaluation.Robustness;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import lenet.network.Classifier;
import org.springframework.stereotype.Service;

/** Registered models on corrupted test splits, each measured when somebody first asks, which takes seconds. */
@Service
public class ModelRobustness {

    private final ModelRegistry registry;
    private final Dataset dataset;
    private final SharedAnswers<Long, Robustness> measured;

    ModelRobustness(
            ModelRegistry registry,
            Dataset dataset,
            EvaluationQueue queue,
            EvaluationMeters meters,
            EvaluationProperties properties) {
        this.registry = registry;
        this.dataset = dataset;
        this.measured = new SharedAnswers<>(queue, meters.duration("robustness"), properties.results());
    }

    /**
     * The model of that version under every corruption.
     *
     * @throws lenet.model.ModelNotFoundException if there is none
     * @throws EvaluationNotReadyException if it has to be waited for too long
     */
    public Robustness of(long version) {
        return measured.to(version, pause -> measure(version, pause));
    }

    /** The same, if this node has measured it already. */
    public Optional<Robustness> known(long version) {
        return measured.known(version);
    }

    private Robustness measure(long version, Runnable pause) {
        try (Classifier classifier = registry.load(registry.get(new ModelReference(version, null)))) {
            return Robustness.of(classifier, dataset.split(Split.TEST), pause);
        }
    }
}

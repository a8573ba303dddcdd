package lenet.classification;

import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.evaluation.Comparison;
import lenet.evaluation.Evaluation;
import lenet.evaluation.Evaluator;
import lenet.evaluation.Predictions;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import lenet.network.Classifier;
import org.springframework.stereotype.Service;

/** Registered models on the test split, each evaluated when somebody first asks. */
@Service
public class ModelEvaluations {

    private final ModelRegistry registry;
    private final Dataset dataset;
    private final SharedAnswers<Long, Predictions> predictions;

    ModelEvaluations(
            ModelRegistry registry,
            Dataset dataset,
            EvaluationQueue queue,
            EvaluationMeters meters,
            EvaluationProperties properties) {
        this.registry = registry;
        this.dataset = dataset;
        this.predictions = new SharedAnswers<>(queue, meters.duration("predictions"), properties.results());
    }

    /**
     * The model of that version on the test split.
     *
     * @throws lenet.model.ModelNotFoundException if there is none
     * @throws EvaluationNotReadyException if it has to be waited for too long
     */
    public Evaluation evaluate(long version) {
        return new Evaluation(test(), predictions(version));
    }

    /**
     * Two models on the test split.
     *
     * @throws lenet.model.ModelNotFoundException if one of them does not exist
     * @throws EvaluationNotReadyException if one of them has to be waited for too long
     */
    public Comparison compare(long first, long second) {
        return new Comparison(test(), predictions(first), predictions(second));
    }

    private Predictions predictions(long version) {
        return predictions.to(version, pause -> predict(version, pause));
    }

    private Predictions predict(long version, Runnable pause) {
        LabelledImages test = test();
        try (Classifier classifier = registry.load(registry.get(new ModelReference(version, null)))) {
            return Evaluator.predict(classifier, test, pause);
        }
    }

    private LabelledImages test() {
        return dataset.split(Split.TEST);
    }
}

package lenet.classification;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.evaluation.Comparison;
import lenet.evaluation.Evaluation;
import lenet.evaluation.Evaluator;
import lenet.evaluation.Predictions;
import lenet.model.ModelReference;
import org.springframework.stereotype.Service;

/** Registered models on the test split, each evaluated when somebody first asks. */
@Service
public class ModelEvaluations {

    private static final int KEPT = 32;

    private final LoadedModels models;
    private final Dataset dataset;
    private final LoadingCache<Long, Predictions> predictions;

    ModelEvaluations(LoadedModels models, Dataset dataset) {
        this.models = models;
        this.dataset = dataset;
        this.predictions = Caffeine.newBuilder().maximumSize(KEPT).build(this::predict);
    }

    /**
     * The model of that version on the test split.
     *
     * @throws lenet.model.ModelNotFoundException if there is none
     */
    public Evaluation evaluate(long version) {
        return new Evaluation(test(), predictions.get(version));
    }

    /**
     * Two models on the test split.
     *
     * @throws lenet.model.ModelNotFoundException if one of them does not exist
     */
    public Comparison compare(long first, long second) {
        return new Comparison(test(), predictions.get(first), predictions.get(second));
    }

    private Predictions predict(long version) {
        try (LoadedModel model = models.borrow(new ModelReference(version, null))) {
            return Evaluator.predict(model.classifier(), test());
        }
    }

    private LabelledImages test() {
        return dataset.split(Split.TEST);
    }
}

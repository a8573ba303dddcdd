package lenet.classification;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Optional;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.evaluation.Robustness;
import lenet.model.ModelReference;
import org.springframework.stereotype.Service;

/** Registered models on corrupted test splits, each measured when somebody first asks, which takes seconds. */
@Service
public class ModelRobustness {

    private static final int KEPT = 256;

    private final LoadedModels models;
    private final Dataset dataset;
    private final LoadingCache<Long, Robustness> measured;

    ModelRobustness(LoadedModels models, Dataset dataset) {
        this.models = models;
        this.dataset = dataset;
        this.measured = Caffeine.newBuilder().maximumSize(KEPT).build(this::measure);
    }

    /**
     * The model of that version under every corruption.
     *
     * @throws lenet.model.ModelNotFoundException if there is none
     */
    public Robustness of(long version) {
        return measured.get(version);
    }

    /** The same, if this node has measured it already. */
    public Optional<Robustness> known(long version) {
        return Optional.ofNullable(measured.getIfPresent(version));
    }

    private Robustness measure(long version) {
        try (LoadedModel model = models.borrow(new ModelReference(version, null))) {
            return Robustness.of(model.classifier(), dataset.split(Split.TEST));
        }
    }
}

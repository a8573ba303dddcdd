package lenet.ensemble;

import java.util.List;
import lenet.network.Combination;
import lenet.training.NewTrainingJob;
import lenet.training.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * What one asks for when one submits an ensemble.
 *
 * @param size number of networks
 * @param boosted whether each trains on what is hard for those before it; then {@code jobs} has the first only
 * @param jobs train a network each; empty where all are there already
 * @param models versions of networks that are there already; empty where they are to be trained
 * @param promotion what becomes of the finished model
 */
public record NewEnsemble(
        @Nullable String name,
        Combination combination,
        int size,
        boolean boosted,
        List<NewTrainingJob> jobs,
        List<Long> models,
        Promotion promotion) {

    public NewEnsemble {
        jobs = List.copyOf(jobs);
        models = List.copyOf(models);
    }
}

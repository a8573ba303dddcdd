package lenet.sweep;

import java.util.List;
import lenet.evaluation.Monitor;
import lenet.training.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * What one asks for when one submits a sweep; every trial is valid and complete.
 *
 * @param seed of what is drawn
 * @param halving absent when all trials train to their end
 * @param promotion whether the best trial's model goes live when the sweep completes
 */
public record NewSweep(
        @Nullable String name,
        Method method,
        Monitor objective,
        List<SweptField> fields,
        long seed,
        List<NewTrial> trials,
        @Nullable Halving halving,
        Promotion promotion) {

    public NewSweep {
        fields = List.copyOf(fields);
        trials = List.copyOf(trials);
    }
}

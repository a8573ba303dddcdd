package lenet.ensemble;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A network of an ensemble.
 *
 * @param number 1 for the first
 * @param job that trains it; absent where the model was there already, or the job has been deleted
 * @param modelVersion the network, once it is trained
 */
public record EnsembleMember(
        int number, @Nullable UUID job, @Nullable Long modelVersion) {}

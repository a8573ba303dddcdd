package lenet.model;

import java.util.Map;
import lenet.network.Ensemble;
import lenet.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * A network from a file, or several that answer together, and what the file claims about itself.
 *
 * @param name of what it is, as {@link TrainedModel} has it
 * @param ensemble with the scaling that the file has, else with the one that the caller named
 * @param producer name and version of the program that wrote the file; empty if the file does not say
 * @param provenance where the model comes from, in files of this service
 * @param metadata all entries of the file's metadata
 */
public record ImportedNetwork(
        String name,
        Ensemble ensemble,
        String producer,
        @Nullable Provenance provenance,
        Map<String, String> metadata) {

    public ImportedNetwork {
        metadata = Map.copyOf(metadata);
    }

    /** The network that it is; the first of several. */
    public Network network() {
        return ensemble.members().get(0);
    }
}

package lenet.model.onnx;

import java.util.Map;
import lenet.model.Provenance;
import lenet.network.Architecture;
import lenet.network.Parameters;
import lenet.network.Scaling;
import org.jspecify.annotations.Nullable;

/**
 * A network from a file, and what the file claims about itself.
 *
 * @param scaling what the network takes its pictures with: the graph's own, else the one that the caller named
 * @param producer name and version of the program that wrote the file; empty if the file does not say
 * @param modelVersion the producer's number of the model; 0 if the file does not say
 * @param provenance where the model comes from, in files of this service
 * @param metadata all entries of the file's metadata
 */
public record ImportedNetwork(
        Architecture architecture,
        Scaling scaling,
        Parameters parameters,
        String producer,
        long modelVersion,
        @Nullable Provenance provenance,
        Map<String, String> metadata) {

    public ImportedNetwork {
        metadata = Map.copyOf(metadata);
    }
}

package lenet.model.onnx;

import java.util.Map;

/**
 * What an exported file says about itself rather than about its model.
 *
 * @param serviceVersion version of the service that writes the file
 * @param modelVersion the model's number in the registry; 0 for a model that has none
 * @param metadata further entries for the file's metadata, by key
 */
public record Edition(String serviceVersion, long modelVersion, Map<String, String> metadata) {

    public Edition {
        metadata = Map.copyOf(metadata);
    }
}

package lenet.model;

import java.time.Instant;

/**
 * An immutable entry of the registry.
 *
 * @param version 1, 2, 3, … in order of arrival; never given twice
 * @param sha256 SHA-256 of the model's file, lower-case hexadecimal
 * @param size of the model's file, in bytes
 */
public record ModelVersion(long version, Instant createdAt, String sha256, int size, TrainedModel model) {

    /** Where exported files say, in their metadata, which file of the registry they were made from: by its SHA-256. */
    public static final String METADATA = "sha256";

    /** The same without the weights. */
    public ModelSummary summary() {
        return new ModelSummary(version, createdAt, sha256, size, ModelDescription.of(model));
    }
}

package lenet.model;

import java.time.Instant;

/**
 * An entry of the registry without the model's weights.
 *
 * @param version 1, 2, 3, … in order of arrival; never given twice
 * @param sha256 SHA-256 of the model's file, lower-case hexadecimal
 * @param size of the model's file, in bytes
 */
public record ModelSummary(long version, Instant createdAt, String sha256, int size, ModelDescription description) {}

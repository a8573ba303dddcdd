package lenet.model;

import java.time.Instant;

/** A name that points at a version. */
public record ModelAlias(String name, long version, Instant updatedAt) {}

package lenet.model;

import org.jspecify.annotations.Nullable;

/** What was trained, as a {@link Provenance} tells it. */
public record TrainingRun(
        @Nullable String job,
        String recipe,
        long seed,
        int epochs,
        String engine,
        String dataset,
        String datasetFingerprint,
        int trainingImages) {}

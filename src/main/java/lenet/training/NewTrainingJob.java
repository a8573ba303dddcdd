package lenet.training;

import org.jspecify.annotations.Nullable;

/** What one asks for when one submits a job; the recipe is valid and complete. */
public record NewTrainingJob(
        @Nullable String name, @Nullable String notes, Recipe recipe, Promotion promotion) {}

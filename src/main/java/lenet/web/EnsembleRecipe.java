package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;

/**
 * An ensemble of models that are there, as a request for one has it.
 *
 * @param combination average or add
 */
@Schema(description = "An ensemble's recipe; sent back as a request for an ensemble it gives the same model.")
record EnsembleRecipe(
        @Schema(description = "Versions of the models", example = "[3, 4, 5]")
        List<Long> models,

        @Schema(
                description = "How the answers become one",
                allowableValues = {"average", "add"},
                example = "average")
        String combination) {

    EnsembleRecipe {
        models = List.copyOf(models);
        Objects.requireNonNull(combination, "an ensemble's recipe has a combination");
    }
}

package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import lenet.network.Engines;
import lenet.training.NamedRecipe;

/** The recipes that have a name. */
@Schema(name = "Recipes", description = "The recipes that have a name, the default first")
record RecipesResponse(List<NamedRecipeResponse> recipes) {

    /** One of them. */
    @Schema(name = "NamedRecipe", description = "A recipe that has proved its worth")
    record NamedRecipeResponse(
            @Schema(example = "fast") String name,
            @Schema(example = "Fast") String title,

            @Schema(description = "What it is good for, in a sentence")
            String description,

            RecipeResponse recipe) {}

    /** Those that this installation can train. */
    static RecipesResponse of(Engines engines, int trainingImages) {
        String engine = engines.preferred().name();
        return new RecipesResponse(NamedRecipe.ALL.stream()
                .filter(named -> engines.find(
                                named.recipe(engine, trainingImages).engine())
                        .isPresent())
                .map(named -> new NamedRecipeResponse(
                        named.name(),
                        named.title(),
                        named.description(),
                        RecipeResponse.of(named.recipe(engine, trainingImages))))
                .toList());
    }
}

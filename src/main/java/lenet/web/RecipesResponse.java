package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
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

    static RecipesResponse of(List<NamedRecipe> recipes) {
        return new RecipesResponse(recipes.stream()
                .map(named -> new NamedRecipeResponse(
                        named.name(), named.title(), named.description(), RecipeResponse.of(named.recipe())))
                .toList());
    }
}

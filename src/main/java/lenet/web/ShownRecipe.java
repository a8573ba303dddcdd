package lenet.web;

import java.util.List;
import java.util.Objects;
import lenet.model.Provenance;
import lenet.model.Provenance.Assembly;
import lenet.network.Combination;
import lenet.training.Recipe;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model's recipe as the request that it is, also where its file is of a version that spelled it otherwise.
 *
 * @param request a {@link RecipeResponse} or an {@link EnsembleRecipe}; absent where none is known
 * @param assembled the models that an ensemble was put together from
 */
public record ShownRecipe(
        @Nullable Object request, @Nullable Assembly assembled) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** As version 0.1.0 wrote an ensemble's recipe. */
    record OldEnsemble(
            String ensemble, Combination combination, boolean boosted, List<Assembly.AssembledModel> members) {

        OldEnsemble {
            members = List.copyOf(members);
            Objects.requireNonNull(combination, "an ensemble's recipe has a combination");
        }

        private ShownRecipe shown() {
            List<Long> models =
                    members.stream().map(Assembly.AssembledModel::version).toList();
            return new ShownRecipe(
                    new EnsembleRecipe(models, Words.COMBINATIONS.of(combination)),
                    new Assembly(ensemble, boosted, members));
        }
    }

    /** Of {@code provenance}. */
    public static ShownRecipe of(Provenance provenance) {
        Assembly assembled = provenance.assembled();
        if (provenance.recipe() == null) {
            return new ShownRecipe(null, assembled);
        }
        try {
            JsonNode recipe = JSON.readTree(provenance.recipe());
            if (recipe.has("members")) {
                return JSON.treeToValue(recipe, OldEnsemble.class).shown();
            }
            return new ShownRecipe(
                    recipe.has("models")
                            ? JSON.treeToValue(recipe, EnsembleRecipe.class)
                            : RecipeResponse.of(JSON.treeToValue(recipe, Recipe.class)),
                    assembled);
        } catch (JacksonException unknown) {
            return new ShownRecipe(null, assembled);
        }
    }
}

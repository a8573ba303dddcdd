package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.network.Engines;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Recipes to start from. */
@RestController
@Tag(name = OpenApiConfiguration.TRAINING)
class RecipeController {

    private final Engines engines;
    private final Dataset dataset;

    RecipeController(Engines engines, Dataset dataset) {
        this.engines = engines;
        this.dataset = dataset;
    }

    @Operation(operationId = "listRecipes", summary = "Recipes to start from", description = """
                    The article's recipe, the paper's, a fast and an accurate one, with every default filled in. A training \
                    job asks for one by its name, and may replace any field of it.

                        curl --json '{"recipe": "fast", "seed": 7}' localhost:8080/api/v1/training-jobs
                    """)
    @ApiResponse(responseCode = "200", description = "The recipes, the default first")
    @Problems(ProblemType.NOT_ACCEPTABLE)
    @GetMapping(path = "/api/v1/recipes", produces = MediaType.APPLICATION_JSON_VALUE)
    RecipesResponse recipes() {
        return RecipesResponse.of(engines, dataset.split(Split.TRAIN).count());
    }
}

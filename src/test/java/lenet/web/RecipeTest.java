package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lenet.testing.ServiceTest;
import lenet.training.JobStateException;
import lenet.training.TrainingService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

class RecipeTest extends ServiceTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    TrainingService training;

    private String recipes = "";

    @BeforeEach
    void ask() throws Exception {
        recipes = mvc.perform(MockMvcRequestBuilders.get("/api/v1/recipes"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theArticlesRecipeIsTheDefault() {
        assertThat(JsonPath.<List<String>>read(recipes, "$.recipes[*].name"))
                .containsExactly("article", "fast", "accurate");
        assertThat(JsonPath.<Integer>read(recipes, "$.recipes[0].recipe.epochs"))
                .isEqualTo(20);
        assertThat(JsonPath.<String>read(recipes, "$.recipes[0].recipe.optimiser"))
                .isEqualTo("sgd");
    }

    /** The engine of this test has no second derivatives. */
    @Test
    void aRecipeThatNoEngineHereTrainsIsRefused() throws Exception {
        String refusal = mvc.perform(MockMvcRequestBuilders.post("/api/v1/training-jobs")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"recipe\": \"paper-1998\"}"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(JsonPath.<String>read(refusal, "$.detail"))
                .isEqualTo("recipe paper-1998 is trained by the engine vector, which is not installed here;"
                        + " installed are tiny");
    }

    @ParameterizedTest
    @ValueSource(strings = {"article", "fast", "accurate"})
    void aRecipeIsAJobAsItIs(String name) throws Exception {
        List<Map<String, Object>> named = JsonPath.read(recipes, "$.recipes[?(@.name == '%s')].recipe".formatted(name));
        String recipe = JsonMapper.shared().writeValueAsString(named.get(0));

        MockHttpServletResponse submitted = mvc.perform(MockMvcRequestBuilders.post("/api/v1/training-jobs")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(recipe))
                .andReturn()
                .getResponse();

        assertThat(submitted.getStatus()).as(submitted.getContentAsString()).isEqualTo(202);
        String job = submitted.getContentAsString();
        end(job);
        assertThat(JsonPath.<Map<String, Object>>read(job, "$.recipe")).isEqualTo(named.get(0));
    }

    @Test
    void aRecipeIsAskedForByItsNameAndAnyFieldReplaced() throws Exception {
        Map<String, Object> recipe = submitted("""
                {"recipe": "Accurate", "epochs": 3, "architecture": "lenet4", "beta2": 0.9,
                 "augmentation": {"rotation": 0, "shearing": 0.2}}""");

        assertThat(recipe)
                .containsEntry("epochs", 3)
                .containsEntry("architecture", "lenet4")
                .containsEntry("optimiser", "adam")
                .containsEntry("beta1", 0.9)
                .containsEntry("beta2", 0.9)
                .containsEntry("learningRate", 0.002)
                .containsEntry("weightAveraging", 0.999)
                .containsEntry("inputScaling", "standardised");
        assertThat(JsonPath.<Map<String, Object>>read(recipe, "$.augmentation"))
                .containsEntry("rotation", 0.0)
                .containsEntry("shearing", 0.2)
                .containsEntry("elastic", 0.7);
    }

    @Test
    void anotherOptimiserThanTheRecipesHasItsOwnUsualSettings() throws Exception {
        assertThat(submitted("{\"recipe\": \"accurate\", \"optimiser\": \"nesterov\"}"))
                .containsEntry("learningRate", 0.01)
                .containsEntry("momentum", 0.9)
                .containsEntry("weightDecay", 0.05);
    }

    private Map<String, Object> submitted(String request) throws Exception {
        String job = mvc.perform(MockMvcRequestBuilders.post("/api/v1/training-jobs")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(request))
                .andReturn()
                .getResponse()
                .getContentAsString();
        end(job);
        return JsonPath.read(job, "$.recipe");
    }

    /** Nobody waits for the training. The tests' engine may be through with it already. */
    private void end(String job) {
        try {
            training.cancel(UUID.fromString(JsonPath.read(job, "$.id")));
        } catch (JobStateException ended) {
            assertThat(ended).hasMessageContaining("is COMPLETED");
        }
    }
}

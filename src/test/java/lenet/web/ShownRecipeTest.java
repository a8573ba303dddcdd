package lenet.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lenet.model.BundledModel;
import lenet.model.ModelFile;
import lenet.model.Provenance;
import lenet.model.Provenance.Assembly;
import lenet.model.Provenance.Assembly.AssembledModel;
import lenet.testing.ServiceTest;
import lenet.training.NamedRecipe;
import lenet.training.Recipe;
import lenet.training.TrainingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every recipe that the service shows is one that it takes, and means the same then. */
class ShownRecipeTest extends ServiceTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\w+) \\| (.*) \\|$");

    @Autowired
    MockMvc mvc;

    @Autowired
    TrainingService training;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{%s}",
                "{%s, \"recipe\": \"fast\", \"warmUpEpochs\": 0.5}",
                "{%s, \"recipe\": \"accurate\", \"warmUpEpochs\": 0, \"loss\": \"MSE\", \"gradientClipping\": 5}",
                "{%s, \"optimiser\": \"nesterov\", \"loss\": \"map\", \"rubbish\": 3, \"learningRateSchedule\": \"step\"}",
                "{%s, \"augmentation\": {\"elasticSmoothing\": 7}, \"inputScaling\": \"paper\", \"seed\": -7}",
                "{%s, \"earlyStopping\": {\"monitor\": \"validationAccuracy\", \"minDelta\": 0.001}}",
                "{%s, \"teacher\": 1, \"teacherShare\": 0.5, \"augmentation\": {\"strokeWidth\": 1}}",
                "{%s, \"hardFor\": [1], \"augmentation\": {\"rotation\": 5}, \"momentum\": 0.5}"
            })
    void aJobsRecipeIsTakenBackWhereverItStands(String request) throws Exception {
        String id = new Jobs(mvc)
                .finished(request.formatted("\"epochs\": 1, \"trainingImages\": 100, \"promote\": \"never\""));
        Recipe meant = training.find(UUID.fromString(id)).recipe();
        String job = get(Jobs.PATH + "/" + id);
        assertThat(JsonPath.<String>read(job, "$.state")).isEqualTo("COMPLETED");
        String model = "/api/v1/models/" + JsonPath.<Integer>read(job, "$.modelVersion");

        assertThat(taken(read(job, "/recipe"))).isEqualTo(meant);
        assertThat(taken(read(get(model), "/provenance/recipe"))).isEqualTo(meant);
        assertThat(taken(ofSafetensors(bytes(model + "/safetensors")))).isEqualTo(meant);
        assertThat(taken(ofOnnx(bytes(model + "/onnx")))).isEqualTo(meant);
        assertThat(taken(ofCard(get(model + "/card")))).isEqualTo(meant);
    }

    @Test
    void aSweepsTrialIsAJobOfTheSameRecipe() throws Exception {
        SweepClient sweeps = new SweepClient(mvc);
        String sweep = sweeps.json(sweeps.completed("""
                {"recipe": {"epochs": 1, "trainingImages": 100}, "promote": "never",
                 "grid": {"loss": ["CROSSENTROPY", "mse"], "optimiser": ["adam"], "beta1": [0.5]}}"""));

        for (int trial = 0; trial < 2; trial++) {
            String id = JsonPath.read(sweep, "$.trials[%d].jobId".formatted(trial));
            Map<String, Object> values = JsonPath.read(sweep, "$.trials[%d].values".formatted(trial));
            values.putAll(Map.of("epochs", 1, "trainingImages", 100));
            Recipe meant = training.find(UUID.fromString(id)).recipe();

            assertThat(taken(read(get(Jobs.PATH + "/" + id), "/recipe"))).isEqualTo(meant);
            assertThat(taken(JSON.writeValueAsString(values))).isEqualTo(meant);
        }
    }

    @Test
    void anEnsemblesRecipeIsOneOfTheSameModels() throws Exception {
        String first = ensemble("{\"recipe\": {\"epochs\": 1, \"trainingImages\": 100}, \"members\": 2,"
                + " \"combination\": \"add\", \"promote\": \"never\"}");
        String model = get("/api/v1/models/" + JsonPath.<Integer>read(first, "$.modelVersion"));

        String second = ensemble(read(model, "/provenance/recipe"));

        assertThat(JsonPath.<List<Integer>>read(second, "$.members[*].modelVersion"))
                .isEqualTo(JsonPath.<List<Integer>>read(first, "$.members[*].modelVersion"))
                .isEqualTo(JsonPath.<List<Integer>>read(model, "$.provenance.assembled.members[*].version"));
        assertThat(JsonPath.<String>read(second, "$.combination")).isEqualTo("add");
    }

    @Test
    void theBundledModelsRecipeIsTakenAsItsFileOfAnEarlierVersionSpellsIt() throws Exception {
        String old = Objects.requireNonNull(BundledModel.load().provenance().recipe());
        assertThat(old).contains("\"ADAM\"", "\"CROSS_ENTROPY\"", "\"rubbish\":20.0", "\"none\":false");

        Recipe meant = NamedRecipe.ACCURATE.recipe("tiny", 100).withSeed(4);
        assertThat(taken(here(old))).isEqualTo(meant);
        assertThat(taken(here(read(get("/api/v1/models/1"), "/provenance/recipe"))))
                .isEqualTo(meant);
    }

    @Test
    void anEnsembleOfAnEarlierVersionIsShownAsTheRequestThatItWas() {
        Provenance old = provenance("{\"ensemble\":\"e1\",\"combination\":\"ADD\",\"boosted\":true,"
                + "\"members\":[{\"version\":3,\"sha256\":\"a\"},{\"version\":5,\"sha256\":\"b\"}]}");

        assertThat(ShownRecipe.of(old))
                .isEqualTo(new ShownRecipe(
                        new EnsembleRecipe(List.of(3L, 5L), "add"),
                        new Assembly("e1", true, List.of(new AssembledModel(3, "a"), new AssembledModel(5, "b")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"epochs\":3}", "{\"members\":3}", "{\"models\":[null]}", "{\"members\":[]}", "[1]"})
    void aRecipeOfAnotherProgramIsNotShown(String recipe) {
        assertThat(ShownRecipe.of(provenance(recipe)).request()).isNull();
    }

    private static Provenance provenance(String recipe) {
        return JSON.readValue(JSON.writeValueAsString(Map.of("recipe", recipe)), Provenance.class);
    }

    /** The recipe for this test's engine and data set. */
    private static String here(String recipe) {
        return recipe.replace("\"vector\"", "\"tiny\"").replace("55000", "100");
    }

    private static String read(String json, String pointer) {
        return JSON.readTree(json).at(pointer).toString();
    }

    private static String ofSafetensors(byte[] file) {
        return Objects.requireNonNull(ModelFile.read(file).provenance().recipe());
    }

    private static String ofOnnx(byte[] file) throws Exception {
        String provenance = ModelProto.parseFrom(file).getMetadataPropsList().stream()
                .filter(entry -> entry.getKey().equals("provenance"))
                .map(StringStringEntryProto::getValue)
                .findFirst()
                .orElseThrow();
        return JSON.readTree(provenance).at("/recipe").asString();
    }

    /** The table below the card's heading, as JSON. */
    private static String ofCard(String card) {
        String table = card.substring(card.indexOf("## Recipe"), card.indexOf("## Learning curves"));
        Map<String, JsonNode> recipe = new LinkedHashMap<>();
        ROW.matcher(table).results().forEach(row -> recipe.put(row.group(1), cell(row)));
        return JSON.writeValueAsString(recipe);
    }

    private static JsonNode cell(MatchResult row) {
        String value = row.group(2).replaceAll("\\\\(.)", "$1");
        try {
            return JSON.readTree(value);
        } catch (JacksonException plain) {
            return JSON.getNodeFactory().stringNode(value);
        }
    }

    /** What a training job makes of {@code recipe}, which it must take. */
    private Recipe taken(String recipe) throws Exception {
        Jobs jobs = new Jobs(mvc);
        String id = jobs.submitted(recipe);
        Recipe taken = training.find(UUID.fromString(id)).recipe();
        jobs.ended(id);
        return taken;
    }

    private String ensemble(String request) throws Exception {
        MockHttpServletResponse response = perform(MockMvcRequestBuilders.post("/api/v1/ensembles")
                .contentType(MediaType.APPLICATION_JSON)
                .content(request));
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(202);
        String path = Objects.requireNonNull(response.getHeader("Location"));
        await().atMost(30, SECONDS)
                .until(() -> JsonPath.read(get(path), "$.state").equals("COMPLETED"));
        return get(path);
    }

    private String get(String path) throws Exception {
        return perform(MockMvcRequestBuilders.get(path)).getContentAsString(StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) throws Exception {
        return perform(MockMvcRequestBuilders.get(path)).getContentAsByteArray();
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }
}

package lenet.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class EnsembleTest extends ServiceTest {

    private static final String PATH = "/api/v1/ensembles";
    private static final String UNKNOWN = PATH + "/00000000-0000-0000-0000-000000000000";
    private static final String SHORT = "{\"epochs\": 1, \"trainingImages\": 100, \"seed\": %d}";
    private static final String TWO =
            "{\"name\": \"two\", \"recipe\": " + SHORT.formatted(7) + ", \"members\": 2, \"promote\": \"never\"}";
    private static final String BOOSTED = """
            {"recipe": {"architecture": "boosted-lenet4", "epochs": 1, "trainingImages": 200}, "promote": "never"}
            """;
    private static final String ENDLESS = """
            {"recipe": {"epochs": 1000, "batchSize": 1}, "members": 2}
            """;

    @Autowired
    MockMvc mvc;

    @Test
    void anEnsembleIsTakenWithItsAddress() throws Exception {
        MockHttpServletResponse response = post(TWO);

        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getHeader("Location"))
                .isEqualTo(PATH + "/" + JsonPath.<String>read(response.getContentAsString(), "$.id"));
        completed(response);
    }

    @Test
    void everyNetworkHasASeedOfItsOwn() throws Exception {
        String ensemble = completed(post(TWO));

        assertThat(JsonPath.<List<String>>read(ensemble, "$.members[*].job").stream()
                        .map(job -> JsonPath.<Integer>read(get(Jobs.PATH + "/" + job), "$.recipe.seed"))
                        .toList())
                .containsExactly(7, 8);
    }

    @Test
    void aCompletedEnsembleIsOneModelThatClassifies() throws Exception {
        String ensemble = completed(post(TWO));
        int version = JsonPath.read(ensemble, "$.modelVersion");
        assertThat(JsonPath.<String>read(ensemble, "$.promotion.reason"))
                .isEqualTo("Model %d did not go live, as was asked.".formatted(version));

        String model = get("/api/v1/models/" + version);
        assertThat(JsonPath.<String>read(model, "$.architecture")).isEqualTo("lenet5-ensemble");
        assertThat(JsonPath.<Integer>read(model, "$.members")).isEqualTo(2);
        assertThat(JsonPath.<String>read(model, "$.combination")).isEqualTo("average");
        assertThat(JsonPath.<Integer>read(model, "$.parameters")).isEqualTo(2 * 61_706);
        assertThat(JsonPath.<Integer>read(get("/api/v1/models/" + version + "/evaluation"), "$.images"))
                .isEqualTo(JsonPath.<Integer>read(get("/api/v1/dataset"), "$.splits.test.count"));
        assertThat(get("/api/v1/models/" + version + "/card")).contains("2 networks whose probabilities are averaged");
        assertThat(get("/v2/models/lenet5-ensemble/versions/" + version + "/ready"))
                .isNotNull();
    }

    @Test
    void modelsThatAreThereBecomeOneModel() throws Exception {
        String trained = completed(post(TWO));
        List<Integer> models = JsonPath.read(trained, "$.members[*].modelVersion");

        String ensemble =
                completed(post("{\"models\": %s, \"combination\": \"Add\", \"promote\": \"never\"}".formatted(models)));

        assertThat(JsonPath.<List<Integer>>read(ensemble, "$.members[*].modelVersion"))
                .isEqualTo(models);
        assertThat(JsonPath.<List<Object>>read(ensemble, "$.members[*].job")).containsOnlyNulls();
        assertThat(JsonPath.<String>read(
                        get("/api/v1/models/" + JsonPath.<Integer>read(ensemble, "$.modelVersion")), "$.combination"))
                .isEqualTo("add");
    }

    @Test
    void boostedNetworksAreTrainedOnWhatIsHardForThoseBefore() throws Exception {
        String ensemble = completed(post(BOOSTED));

        List<Integer> models = JsonPath.read(ensemble, "$.members[*].modelVersion");
        List<String> jobs = JsonPath.read(ensemble, "$.members[*].job");
        assertThat(models).hasSize(3);
        assertThat(JsonPath.<Object>read(get(Jobs.PATH + "/" + jobs.get(0)), "$.recipe.hardFor"))
                .isNull();
        assertThat(JsonPath.<List<Integer>>read(get(Jobs.PATH + "/" + jobs.get(1)), "$.recipe.hardFor"))
                .isEqualTo(models.subList(0, 1));
        assertThat(JsonPath.<List<Integer>>read(get(Jobs.PATH + "/" + jobs.get(2)), "$.recipe.hardFor"))
                .isEqualTo(models.subList(0, 2));
        assertThat(JsonPath.<String>read(
                        get("/api/v1/models/" + JsonPath.<Integer>read(ensemble, "$.modelVersion")), "$.architecture"))
                .isEqualTo("boosted-lenet4");
    }

    @Test
    void aJobLearnsFromAnEnsemble() throws Exception {
        int teacher = JsonPath.read(completed(post(TWO)), "$.modelVersion");
        String body = "{\"epochs\": 2, \"teacher\": %s, \"augmentation\": {\"rotation\": 5}, \"promote\": \"never\"}";
        Jobs jobs = new Jobs(mvc);
        String taught = Jobs.PATH + "/" + jobs.finished(body.formatted(teacher));
        String untaught = Jobs.PATH + "/" + jobs.finished(body.formatted("null"));

        String job = get(taught);
        assertThat(JsonPath.<String>read(job, "$.state")).isEqualTo("COMPLETED");
        assertThat(JsonPath.<Integer>read(job, "$.recipe.teacher")).isEqualTo(teacher);
        assertThat(JsonPath.<Double>read(job, "$.recipe.teacherShare")).isEqualTo(0.9);
        String loss = "$.epochs[1].trainingLoss";
        assertThat(JsonPath.<Double>read(get(taught + "/curves"), loss))
                .isNotEqualTo(JsonPath.<Double>read(get(untaught + "/curves"), loss));
    }

    @Test
    void whatIsOfASingleNetworkOnlyIsRefusedOfAnEnsemble() throws Exception {
        int version = JsonPath.read(completed(post(TWO)), "$.modelVersion");

        for (String below : List.of("/onnx", "/dl4j", "/kernels")) {
            MockHttpServletResponse response = perform(MockMvcRequestBuilders.get("/api/v1/models/" + version + below));

            assertThat(response.getStatus()).as(below).isEqualTo(409);
            assertThat(response.getContentAsString()).contains("/problems/single-networks-only", "of 2 networks");
        }
    }

    @Test
    void anEnsemblesFileComesBackAsTheSameVersion() throws Exception {
        int version = JsonPath.read(completed(post(TWO)), "$.modelVersion");
        byte[] file = perform(MockMvcRequestBuilders.get("/api/v1/models/" + version + "/safetensors"))
                .getContentAsByteArray();

        MockHttpServletResponse response = perform(MockMvcRequestBuilders.post("/api/v1/models")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(file));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(JsonPath.<Integer>read(response.getContentAsString(), "$.version"))
                .isEqualTo(version);
    }

    @Test
    void theSameKeyGivesTheSameEnsemble() throws Exception {
        String key = "once-" + System.nanoTime();
        String first = completed(post(TWO, key));

        MockHttpServletResponse second = post(TWO, key);

        assertThat(JsonPath.<String>read(second.getContentAsString(), "$.id"))
                .isEqualTo(JsonPath.<String>read(first, "$.id"));
        assertThat(post(ENDLESS, key).getStatus()).isEqualTo(422);
    }

    @Test
    void cancellingAnEnsembleEndsItsJobs() throws Exception {
        String id = JsonPath.read(post(ENDLESS).getContentAsString(), "$.id");

        MockHttpServletResponse cancelled = perform(MockMvcRequestBuilders.post(PATH + "/" + id + "/cancel"));

        assertThat(cancelled.getStatus()).isEqualTo(202);
        await().atMost(30, SECONDS)
                .until(() -> JsonPath.<List<String>>read(get(PATH + "/" + id), "$.members[*].state").stream()
                        .allMatch("CANCELLED"::equals));
        assertThat(JsonPath.<String>read(get(PATH + "/" + id), "$.state")).isEqualTo("CANCELLED");
        assertThat(perform(MockMvcRequestBuilders.delete(PATH + "/" + id)).getStatus())
                .isEqualTo(204);
        assertThat(perform(MockMvcRequestBuilders.get(PATH + "/" + id)).getStatus())
                .isEqualTo(404);
    }

    @Test
    void anEnsembleWhoseJobIsCancelledFailsAndEndsTheOthers() throws Exception {
        String response = post(ENDLESS).getContentAsString();
        String id = JsonPath.read(response, "$.id");
        String job = JsonPath.read(response, "$.members[1].job");

        perform(MockMvcRequestBuilders.post(Jobs.PATH + "/" + job + "/cancel"));

        await().atMost(30, SECONDS)
                .until(() -> JsonPath.read(get(PATH + "/" + id), "$.state").equals("FAILED"));
        assertThat(JsonPath.<String>read(get(PATH + "/" + id), "$.failure"))
                .isEqualTo("the job of member 2, %s, is CANCELLED".formatted(job));
        await().atMost(30, SECONDS)
                .until(() -> JsonPath.<List<String>>read(get(PATH + "/" + id), "$.members[*].state").stream()
                        .allMatch("CANCELLED"::equals));
    }

    @Test
    void aMemberOfAnEnsembleIsNotDeletedBeforeThat() throws Exception {
        String ensemble = completed(post(TWO));
        String member = "/api/v1/models/" + JsonPath.<Integer>read(ensemble, "$.members[0].modelVersion");
        String id = JsonPath.read(ensemble, "$.id");

        MockHttpServletResponse refused = perform(MockMvcRequestBuilders.delete(member));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("needed by ensemble " + id + " (a member)");
        perform(MockMvcRequestBuilders.delete(PATH + "/" + id));
        assertThat(perform(MockMvcRequestBuilders.delete(member)).getStatus()).isEqualTo(204);
    }

    @Test
    void aListNamesTheNewestFirst() throws Exception {
        completed(post(TWO));
        String last = JsonPath.read(completed(post(TWO)), "$.id");

        assertThat(JsonPath.<String>read(get(PATH + "?size=1"), "$.ensembles[0].id"))
                .isEqualTo(last);
    }

    static Stream<Arguments> rudeOnes() {
        return Stream.of(
                rude("{\"members\": 1}", "members must be greater than or equal to 2"),
                rude("{\"members\": 17}", "members must be less than or equal to 16"),
                rude("{\"combination\": \"median\"}", "combination must be one of average, add"),
                rude("{\"promote\": \"often\"}", "promote must be one of always, ifBetter, never"),
                rude("{\"recipe\": {\"epochs\": 0}}", "recipe.epochs must be greater than or equal to 1"),
                rude("{\"recipe\": {\"name\": \"x\"}}", "recipe.name must stand beside recipe"),
                rude("{\"recipe\": {\"hardFor\": [1]}}", "recipe.hardFor must be left out"),
                rude(
                        "{\"recipe\": {\"teacher\": 1}, \"boosted\": true}",
                        "recipe.teacher must be left out if they are boosted"),
                rude("{\"recipe\": {\"architecture\": \"lenet6\"}}", "recipe.architecture must be one of lenet5"),
                rude("{\"recipe\": {\"architecture\": \"boosted-lenet4\"}, \"members\": 4}", "members must be 3"),
                rude("{\"boosted\": true, \"members\": 2}", "members must be 3"),
                rude("{\"models\": []}", "models must have 2 to 16 versions"),
                rude("{\"models\": [1]}", "models must have 2 to 16 versions"),
                rude("{\"models\": [1, 1]}", "models[1] must not be there twice"),
                rude("{\"models\": [1, null]}", "models[1]"),
                rude("{\"models\": [1, 99999]}", "models[1] must be the version of a model"),
                rude("{\"models\": [1, -5]}", "models[1] must be the version of a model"),
                rude("{\"models\": [1, 2], \"members\": 2}", "members must be left out beside models"),
                rude("{\"models\": [1, 2], \"recipe\": {}}", "recipe must be left out beside models"),
                rude("{\"priority\": 1000}", "priority must be less than or equal to 100"),
                rude("{\"size\": 3}", "size"));
    }

    private static Arguments rude(String body, String message) {
        return Arguments.of(body, message);
    }

    @ParameterizedTest
    @MethodSource("rudeOnes")
    void aRudeEnsembleIsRefusedWithTheFieldThatIsWrong(String body, String message) throws Exception {
        MockHttpServletResponse response = post(body);

        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(422);
        List<String> errors = JsonPath.<List<Map<String, Object>>>read(
                        response.getContentAsString(StandardCharsets.UTF_8), "$.errors")
                .stream()
                .map(error -> error.get("field") + " " + error.get("message"))
                .toList();
        assertThat(errors).anyMatch(error -> error.startsWith(message));
    }

    @Test
    void anEnsembleOfEnsemblesIsRefused() throws Exception {
        int version = JsonPath.read(completed(post(TWO)), "$.modelVersion");

        MockHttpServletResponse response = post("{\"models\": [1, %d]}".formatted(version));

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString()).contains("is an ensemble itself");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void anUnknownEnsembleIsNotFound(HttpMethod method, String path) throws Exception {
        MockHttpServletResponse response = perform(MockMvcRequestBuilders.request(method, path));

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString()).contains("there is no ensemble 0000");
    }

    static Stream<Arguments> methods() {
        return Stream.of(
                Arguments.of(HttpMethod.GET, UNKNOWN),
                Arguments.of(HttpMethod.DELETE, UNKNOWN),
                Arguments.of(HttpMethod.POST, UNKNOWN + "/cancel"));
    }

    private MockHttpServletResponse post(String body) throws Exception {
        return perform(request(body));
    }

    private MockHttpServletResponse post(String body, String key) throws Exception {
        return perform(request(body).header("Idempotency-Key", key));
    }

    private static MockHttpServletRequestBuilder request(String body) {
        return MockMvcRequestBuilders.post(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private String get(String path) {
        try {
            return perform(MockMvcRequestBuilders.get(path)).getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    /** The ensemble that was submitted, once it is a model. */
    private String completed(MockHttpServletResponse submitted) throws Exception {
        assertThat(submitted.getStatus()).as(submitted.getContentAsString()).isEqualTo(202);
        String path = PATH + "/" + JsonPath.<String>read(submitted.getContentAsString(), "$.id");
        await().atMost(60, SECONDS)
                .until(() -> List.of("COMPLETED", "FAILED").contains(JsonPath.<String>read(get(path), "$.state")));
        assertThat(JsonPath.<Object>read(get(path), "$.failure")).isNull();
        return get(path);
    }
}

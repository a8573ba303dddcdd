package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Every rude request is answered with a problem that says what is wrong, and none of them reaches the log. */
class RudeInputTest extends ServiceTest {

    private static final String UNKNOWN_JOB = Jobs.PATH + "/00000000-0000-0000-0000-000000000000";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void listenToTheLog() {
        log.start();
        rootLogger().addAppender(log);
    }

    @AfterEach
    void nothingIsLoggedAboveInfo() {
        rootLogger().detachAppender(log);
        assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                rude(
                        "{\"epochs\": 1, \"epochs\": 200}",
                        400,
                        "malformed-request",
                        "has the member \\\"epochs\\\" twice"),
                rude("{\"epochs\": 1" + "0".repeat(200) + "}", 400, "malformed-request", "Number value length (201)"),
                rude("{\"hardFor\": [" + "1,".repeat(2000) + "1]}", 400, "malformed-request", "Token count (2001)"),
                rude("{\"epochs\": 0}", 422, "invalid-fields", "epochs must be greater than or equal to 1"),
                rude("{\"epochs\": 1001}", 422, "invalid-fields", "epochs must be less than or equal to 1000"),
                rude("{\"epochs\": 1.5}", 422, "invalid-fields", "epochs must be a whole number"),
                rude("{\"epochs\": \"20\"}", 422, "invalid-fields", "epochs must be a whole number"),
                rude("{\"epochs\": true}", 422, "invalid-fields", "epochs must be a whole number"),
                rude("{\"epochs\": [1]}", 422, "invalid-fields", "epochs must be a whole number"),
                rude("{\"epochs\": {}}", 422, "invalid-fields", "epochs must be a whole number"),
                rude("{\"epochs\": 99999999999999999999}", 422, "invalid-fields", "epochs must be a whole number"),
                rude("{\"epochs\": 1e999}", 422, "invalid-fields", "epochs must be a whole number"),
                rude("{\"seed\": 9223372036854775808}", 422, "invalid-fields", "seed must be a whole number"),
                rude("{\"batchSize\": 4097}", 422, "invalid-fields", "batchSize must be less than or equal to 4096"),
                rude("{\"learningRate\": 0}", 422, "invalid-fields", "learningRate must be greater than 0"),
                rude("{\"learningRate\": -1e999}", 422, "invalid-fields", "learningRate must be greater than 0"),
                rude(
                        "{\"learningRate\": 1e999}",
                        422,
                        "invalid-fields",
                        "learningRate must be less than or equal to 10"),
                rude("{\"learningRate\": \"NaN\"}", 422, "invalid-fields", "learningRate"),
                rude("{\"learningRate\": NaN}", 400, "malformed-request", "not JSON"),
                rude("{\"momentum\": 1}", 422, "invalid-fields", "momentum must be less than or equal to 0.9999"),
                rude(
                        "{\"weightDecay\": -0.1}",
                        422,
                        "invalid-fields",
                        "weightDecay must be greater than or equal to 0"),
                rude(
                        "{\"optimiser\": \"rmsprop\"}",
                        422,
                        "invalid-fields",
                        "optimiser must be one of sgd, nesterov, adam"),
                rude("{\"optimiser\": \"\"}", 422, "invalid-fields", "optimiser must be one of sgd, nesterov, adam"),
                rude(
                        "{\"optimiser\": \" adam\"}",
                        422,
                        "invalid-fields",
                        "optimiser must be one of sgd, nesterov, adam"),
                rude(
                        "{\"optimiser\": \"${7*7}\", \"beta1\": 0.9}",
                        422,
                        "invalid-fields",
                        "optimiser must be one of sgd, nesterov, adam"),
                rude("{\"optimiser\": 1}", 422, "invalid-fields", "optimiser must be a string"),
                rude("{\"optimiser\": [\"adam\"]}", 422, "invalid-fields", "optimiser must be a string"),
                rude("{\"optimiser\": {\"name\": \"adam\"}}", 422, "invalid-fields", "optimiser must be a string"),
                rude(
                        "{\"optimizer\": \"adam\"}",
                        422,
                        "invalid-fields",
                        "optimizer is unknown; accepted are architecture"),
                rude(
                        "{\"optimiser\": \"adam\", \"momentum\": 0.9}",
                        422,
                        "invalid-fields",
                        "momentum is no setting of the optimiser adam, which takes beta1, beta2, epsilon"),
                rude(
                        "{\"optimiser\": \"adam\", \"momentum\": 0}",
                        422,
                        "invalid-fields",
                        "momentum is no setting of the optimiser adam, which takes beta1, beta2, epsilon"),
                rude(
                        "{\"optimiser\": \"adam\", \"momentum\": 7}",
                        422,
                        "invalid-fields",
                        "momentum is no setting of the optimiser adam, which takes beta1, beta2, epsilon, and must be less"),
                rude(
                        "{\"beta1\": 0.9}",
                        422,
                        "invalid-fields",
                        "beta1 is no setting of the optimiser sgd, which takes momentum"),
                rude(
                        "{\"optimiser\": \"NESTEROV\", \"beta2\": 0.9}",
                        422,
                        "invalid-fields",
                        "beta2 is no setting of the optimiser nesterov, which takes momentum"),
                rude(
                        "{\"optimiser\": \"sgd\", \"epsilon\": 1}",
                        422,
                        "invalid-fields",
                        "epsilon is no setting of the optimiser sgd, which takes momentum"),
                rude(
                        "{\"momentum\": null, \"beta1\": 0.9, \"epsilon\": 1}",
                        422,
                        "invalid-fields",
                        "2 fields are refused: beta1, epsilon"),
                rude(
                        "{\"optimiser\": \"nesterov\", \"momentum\": 1}",
                        422,
                        "invalid-fields",
                        "momentum must be less than or equal to 0.9999"),
                rude(
                        "{\"recipe\": \"best\"}",
                        422,
                        "invalid-fields",
                        "recipe must be one of article, paper-1998, fast, accurate"),
                rude(
                        "{\"warmUpEpochs\": 2, \"epochs\": 2}",
                        422,
                        "invalid-fields",
                        "warmUpEpochs must be less than epochs, which is 2, found 2.0"),
                rude(
                        "{\"recipe\": \"accurate\", \"epochs\": 1}",
                        422,
                        "invalid-fields",
                        "warmUpEpochs must be less than epochs, which is 1, found 1.0"),
                rude(
                        "{\"optimiser\": \"levenbergMarquardt\"}",
                        422,
                        "invalid-fields",
                        "optimiser levenbergMarquardt needs second derivatives, which only the engine vector has"),
                rude(
                        "{\"damping\": 0.1}",
                        422,
                        "invalid-fields",
                        "damping is no setting of the optimiser sgd, which takes momentum"),
                rude("{\"rubbish\": 3}", 422, "invalid-fields", "rubbish is a setting of the loss map only"),
                rude("{\"loss\": \"hinge\"}", 422, "invalid-fields", "loss must be one of crossEntropy, map, mse"),
                rude(
                        "{\"augmentation\": {\"rotation\": -7}}",
                        422,
                        "invalid-fields",
                        "augmentation.rotation must be greater than or equal to 0"),
                rude(
                        "{\"augmentation\": {\"elasticSmoothing\": 0}}",
                        422,
                        "invalid-fields",
                        "augmentation.elasticSmoothing must be greater than or equal to 1"),
                rude(
                        "{\"augmentation\": {\"strokeWidth\": 2}}",
                        422,
                        "invalid-fields",
                        "augmentation.strokeWidth must be less than or equal to 1"),
                rude("{\"momentum\": -1e-9}", 422, "invalid-fields", "momentum must be greater than or equal to 0"),
                rude(
                        "{\"optimiser\": \"adam\", \"beta1\": 1}",
                        422,
                        "invalid-fields",
                        "beta1 must be less than or equal to 0.9999"),
                rude(
                        "{\"optimiser\": \"adam\", \"beta1\": -0.1}",
                        422,
                        "invalid-fields",
                        "beta1 must be greater than or equal to 0"),
                rude("{\"optimiser\": \"adam\", \"beta1\": \"NaN\"}", 422, "invalid-fields", "beta1"),
                rude("{\"optimiser\": \"adam\", \"beta1\": \"\"}", 422, "invalid-fields", "beta1 must be a number"),
                rude("{\"optimiser\": \"adam\", \"beta1\": \"0.9\"}", 422, "invalid-fields", "beta1 must be a number"),
                rude("{\"optimiser\": \"adam\", \"beta1\": true}", 422, "invalid-fields", "beta1 must be a number"),
                rude(
                        "{\"optimiser\": \"adam\", \"beta1\": [0.9, 0.999]}",
                        422,
                        "invalid-fields",
                        "beta1 must be a number"),
                rude(
                        "{\"optimiser\": \"adam\", \"beta2\": 1}",
                        422,
                        "invalid-fields",
                        "beta2 must be less than or equal to 0.999999"),
                rude(
                        "{\"optimiser\": \"adam\", \"beta2\": -1e999}",
                        422,
                        "invalid-fields",
                        "beta2 must be greater than or equal to 0"),
                rude(
                        "{\"optimiser\": \"adam\", \"epsilon\": 0}",
                        422,
                        "invalid-fields",
                        "epsilon must be greater than or equal to 1e-12"),
                rude(
                        "{\"optimiser\": \"adam\", \"epsilon\": -0.0}",
                        422,
                        "invalid-fields",
                        "epsilon must be greater than or equal to 1e-12"),
                rude(
                        "{\"optimiser\": \"adam\", \"epsilon\": 1e-300}",
                        422,
                        "invalid-fields",
                        "epsilon must be greater than or equal to 1e-12"),
                rude(
                        "{\"optimiser\": \"adam\", \"epsilon\": 1e999}",
                        422,
                        "invalid-fields",
                        "epsilon must be less than or equal to 1"),
                rude(
                        "{\"optimiser\": \"adam\", \"learningRate\": -0}",
                        422,
                        "invalid-fields",
                        "learningRate must be greater than 0"),
                rude("{\"gradientClipping\": 0}", 422, "invalid-fields", "gradientClipping must be greater than 0"),
                rude("{\"gradientClipping\": -0.0}", 422, "invalid-fields", "gradientClipping must be greater than 0"),
                rude("{\"gradientClipping\": -5}", 422, "invalid-fields", "gradientClipping must be greater than 0"),
                rude(
                        "{\"gradientClipping\": 1e999}",
                        422,
                        "invalid-fields",
                        "gradientClipping must be less than or equal to 1000000"),
                rude(
                        "{\"gradientClipping\": 1e300}",
                        422,
                        "invalid-fields",
                        "gradientClipping must be less than or equal to 1000000"),
                rude("{\"gradientClipping\": \"none\"}", 422, "invalid-fields", "gradientClipping must be a number"),
                rude("{\"gradientClipping\": \"Infinity\"}", 422, "invalid-fields", "gradientClipping must be"),
                rude("{\"gradientClipping\": false}", 422, "invalid-fields", "gradientClipping must be a number"),
                rude("{\"gradientClipping\": {}}", 422, "invalid-fields", "gradientClipping must be a number"),
                rude("{\"gradientClipping\": Infinity}", 400, "malformed-request", "not JSON"),
                rude("{\"optimiser\": \"adam\", \"epsilon\": NaN}", 400, "malformed-request", "not JSON"),
                rude("{\"epochs\": null}", 422, "invalid-fields", "epochs must be a whole number"),
                rude("{\"promote\": null}", 422, "invalid-fields", "promote must be a string, or be left out"),
                rude(
                        "{\"augmentation\": {\"rotation\": null}}",
                        422,
                        "invalid-fields",
                        "augmentation.rotation must be"),
                rude("{\"earlyStopping\": {\"patience\": null}}", 422, "invalid-fields", "earlyStopping.patience must"),
                rude("{\"trainingImages\": 551}", 422, "invalid-fields", "less than or equal to 550"),
                rude("{\"hardFor\": []}", 422, "invalid-fields", "must have one or two versions"),
                rude("{\"hardFor\": [1, 1, 1]}", 422, "invalid-fields", "must have one or two versions"),
                rude("{\"hardFor\": [null]}", 422, "invalid-fields", "hardFor[0]"),
                rude("{\"hardFor\": [98765]}", 422, "invalid-fields", "must be the version of a model"),
                rude("{\"hardFor\": 1}", 422, "invalid-fields", "hardFor"),
                rude("{\"teacher\": 98765}", 422, "invalid-fields", "must be the version of a model"),
                rude("{\"teacher\": \"live\"}", 422, "invalid-fields", "teacher must be"),
                rude("{\"teacherShare\": 0.5}", 422, "invalid-fields", "teacherShare is a setting of teacher only"),
                rude("{\"teacher\": 1, \"teacherShare\": 0}", 422, "invalid-fields", "must be greater than 0"),
                rude(
                        "{\"teacher\": 1, \"loss\": \"mse\"}",
                        422,
                        "invalid-fields",
                        "which the loss mse does not look at"),
                rude("{\"teacher\": 1, \"hardFor\": [1]}", 422, "invalid-fields", "must be left out beside hardFor"),
                rude("{\"architecture\": \"resnet\"}", 422, "invalid-fields", "architecture must be one of lenet5"),
                rude("{\"architecture\": 5}", 422, "invalid-fields", "architecture must be"),
                rude("{\"engine\": \"${7*7}\"}", 422, "invalid-fields", "engine must be one of tiny"),
                rude("{\"learningRateSchedule\": \"\"}", 422, "invalid-fields", "constant, step, cosine"),
                rude("{\"promote\": \"maybe\"}", 422, "invalid-fields", "always, ifBetter, never"),
                rude("{\"earlyStopping\": true}", 422, "invalid-fields", "earlyStopping must be a JSON object"),
                rude("{\"earlyStopping\": {\"patience\": 0}}", 422, "invalid-fields", "earlyStopping.patience"),
                rude("{\"earlyStopping\": {\"monitor\": \"luck\"}}", 422, "invalid-fields", "validationAccuracy"),
                rude("{\"earlyStopping\": {\"wait\": 1}}", 422, "invalid-fields", "earlyStopping.wait is unknown"),
                rude("{\"epoch\": 3}", 422, "invalid-fields", "epoch is unknown; accepted are architecture"),
                rude("{\"name\": \"a\\u0000b\"}", 422, "invalid-fields", "name must have no control characters"),
                rude("{\"name\": \"a\\nb\"}", 422, "invalid-fields", "name must have no control characters"),
                rude("{\"notes\": \"\\ud800\"}", 422, "invalid-fields", "notes must have no control characters"),
                rude("{\"\\ud800\": 1}", 400, "malformed-request", "not JSON"),
                rude("{\"name\": \"" + "x".repeat(101) + "\"}", 422, "invalid-fields", "between 0 and 100"),
                rude("null", 400, "empty-body", "must be a JSON object, found null"),
                rude("[]", 400, "malformed-request", "must be a JSON object"),
                rude("[{}]", 400, "malformed-request", "must be a JSON object"),
                rude("\"epochs\"", 400, "malformed-request", "must be a JSON object"),
                rude("3", 400, "malformed-request", "must be a JSON object"),
                rude("{\"epochs\": 3", 400, "malformed-request", "not JSON"),
                rude("{} {}", 400, "malformed-request", "body"),
                rude("epochs=3", 400, "malformed-request", "not JSON"),
                rude("[".repeat(30_000), 400, "malformed-request", ""),
                rude("{\"earlyStopping\":".repeat(2000), 400, "malformed-request", "nested too deeply"),
                rude("{\"learningRate\": 0." + "1".repeat(5000) + "}", 400, "malformed-request", "too many characters"),
                rude("{\"notes\": \"" + "x".repeat(70_000) + "\"}", 413, "too-large", "at most 65,536"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aRudeBodyIsRefused(String body, int status, String type, String fragment) throws Exception {
        assertProblem(new Jobs(mvc).submit(body), status, type, fragment);
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                request("GET", UNKNOWN_JOB, 404, "not-found", "there is no training job"),
                request("GET", Jobs.PATH + "/nonsense", 404, "not-found", "there is nothing at"),
                request("GET", Jobs.PATH + "/%20", 404, "not-found", "there is nothing at"),
                request("GET", Jobs.PATH + "/%E2%98%83", 404, "not-found", "there is nothing at"),
                request("GET", "/api/v1/nowhere", 404, "not-found", "/api/v1/nowhere"),
                request("GET", "/problems/none", 404, "not-found", "no problem called"),
                request("GET", "/error", 404, "not-found", ""),
                request("PUT", Jobs.PATH, 405, "method-not-allowed", "only GET, HEAD, OPTIONS, POST"),
                request("POST", UNKNOWN_JOB + "/cancel", 404, "not-found", "there is no training job"),
                request("DELETE", UNKNOWN_JOB, 404, "not-found", "there is no training job"),
                request("GET", UNKNOWN_JOB + "/curves", 404, "not-found", "there is no training job"),
                request("GET", UNKNOWN_JOB + "/events", 404, "not-found", "there is no training job"),
                request("GET", UNKNOWN_JOB + "/evaluation", 404, "not-found", "there is no training job"),
                request("GET", UNKNOWN_JOB + "/evaluation/examples?limit=0", 422, "invalid-fields", "limit"),
                request("GET", UNKNOWN_JOB + "/evaluation/examples?correct=x", 422, "invalid-fields", "true or false"),
                request(
                        "GET",
                        Jobs.PATH + "?page=-1",
                        422,
                        "invalid-fields",
                        "page must be greater than or equal to 0"),
                request("GET", Jobs.PATH + "?page=99999999", 422, "invalid-fields", "page must be less than"),
                request(
                        "GET",
                        Jobs.PATH + "?size=101",
                        422,
                        "invalid-fields",
                        "size must be less than or equal to 100"),
                request("GET", Jobs.PATH + "?size=many", 422, "invalid-fields", "size must be a whole number"),
                request("GET", Jobs.PATH + "?state=DONE", 422, "invalid-fields", "QUEUED, RUNNING, PAUSED, COMPLETED"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRudeRequestIsRefused(String method, String path, int status, String type, String fragment) throws Exception {
        assertProblem(send(method, path), status, type, fragment);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aProblemIsReadableToAClientThatAcceptsPicturesOnly(
            String method, String path, int status, String type, String fragment) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        builder(method, path).header("Accept", "image/png, text/csv, text/event-stream"))
                .andReturn()
                .getResponse();

        assertThat(response.getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void everyRefusedFieldIsListedAtOnce() throws Exception {
        MockHttpServletResponse response =
                new Jobs(mvc).submit("{\"epochs\": 0, \"promote\": \"maybe\", \"earlyStopping\": {\"patience\": 0}}");

        assertThat(JsonPath.<List<String>>read(response.getContentAsString(), "$.errors[*].field"))
                .containsExactly("earlyStopping.patience", "epochs", "promote");
    }

    @Test
    void ofALongListOnlyAsManyAreLookedUpAsAreAcceptedAndOneMore() throws Exception {
        MockHttpServletResponse response = new Jobs(mvc).submit("{\"hardFor\": [" + "98765,".repeat(1000) + "98765]}");

        assertThat(JsonPath.<List<String>>read(response.getContentAsString(), "$.errors[*].field"))
                .containsExactly("hardFor", "hardFor[0]", "hardFor[1]", "hardFor[2]");
    }

    @Test
    void aRefusedWordComesWithTheAcceptedOnes() throws Exception {
        MockHttpServletResponse response = new Jobs(mvc).submit("{\"promote\": \"maybe\"}");

        assertThat(JsonPath.<List<String>>read(response.getContentAsString(), "$.errors[0].accepted"))
                .containsExactly("always", "ifBetter", "never");
    }

    @Test
    void aSettingOfAnotherOptimiserComesWithItsValue() throws Exception {
        MockHttpServletResponse response = new Jobs(mvc).submit("{\"optimiser\": \"adam\", \"momentum\": 0.5}");

        assertThat(JsonPath.<Double>read(response.getContentAsString(), "$.errors[0].rejected"))
                .isEqualTo(0.5);
    }

    @Test
    void aBodyOfAnotherTypeIsRefusedWithTheTypeThatIsRead() throws Exception {
        MockHttpServletResponse response = mvc.perform(MockMvcRequestBuilders.post(Jobs.PATH)
                        .contentType("text/plain")
                        .content("epochs"))
                .andReturn()
                .getResponse();

        assertProblem(response, 415, "unsupported-media-type", "application/json");
        assertThat(response.getHeader("Accept")).isEqualTo("application/json");
    }

    @Test
    void aMethodThatIsNotAllowedIsAnsweredWithThoseThatAre() throws Exception {
        assertThat(send("PUT", Jobs.PATH).getHeader("Allow")).contains("GET", "POST");
    }

    @Test
    void aHeaderAcceptThatCannotBeReadIsRefused() throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        MockMvcRequestBuilders.get(UNKNOWN_JOB + "/curves").header("Accept", "nonsense"))
                .andReturn()
                .getResponse();

        assertProblem(response, 406, "not-acceptable", "cannot be read");
    }

    @Test
    void anUnreadableLastEventIdIsRefused() throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        MockMvcRequestBuilders.get(UNKNOWN_JOB + "/events").header("Last-Event-ID", "seven"))
                .andReturn()
                .getResponse();

        assertProblem(response, 400, "malformed-request", "Last-Event-ID must be the number");
    }

    private MockHttpServletResponse send(String method, String path) throws Exception {
        return mvc.perform(builder(method, path)).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder builder(String method, String path) {
        return MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(path));
    }

    private static void assertProblem(MockHttpServletResponse response, int status, String type, String fragment)
            throws Exception {
        String problem = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(problem).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(JsonPath.<String>read(problem, "$.type")).isEqualTo("/problems/" + type);
        assertThat(JsonPath.<Integer>read(problem, "$.status")).isEqualTo(status);
        assertThat(JsonPath.<String>read(problem, "$.instance")).startsWith("/");
        assertThat(problem).contains(fragment).doesNotContain("java.", "tools.jackson", "lenet.web");
    }

    private static Arguments rude(String body, int status, String type, String fragment) {
        return Arguments.of(body, status, type, fragment);
    }

    private static Arguments request(String method, String path, int status, String type, String fragment) {
        return Arguments.of(method, path, status, type, fragment);
    }

    private static Logger rootLogger() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}

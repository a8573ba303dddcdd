package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Every rude sweep is answered with a problem that says which field is wrong and why. */
class RudeSweepTest extends ServiceTest {

    private static final String UNKNOWN = SweepClient.PATH + "/00000000-0000-0000-0000-000000000000";

    @Autowired
    MockMvc mvc;

    static Stream<Arguments> fields() {
        return Stream.of(
                rude("{}", "grid is missing: a sweep has a grid or random"),
                rude("{\"grid\": null}", "grid is missing"),
                rude("{\"grid\": {\"seed\": [1]}, \"random\": {\"seed\": [1]}, \"trials\": 1}", "random must not come"),
                rude("{\"grid\": []}", "grid must be a JSON object"),
                rude("{\"grid\": 3}", "grid must be a JSON object"),
                rude("{\"grid\": {}}", "grid must have 1 to 8 fields"),
                rude("{\"random\": {}, \"trials\": 1}", "random must have 1 to 8 fields"),
                rude(grid("\"momentun\": [0.9]"), "grid.momentun cannot be swept; accepted are architecture"),
                rude(grid("\"earlyStopping\": [null]"), "grid.earlyStopping cannot be swept"),
                rude(grid("\"name\": [\"x\"]"), "grid.name cannot be swept"),
                rude(grid("\"epsilon\": [1e-7]"), "grid.epsilon cannot be swept"),
                rude(grid("\"seed\": 1"), "grid.seed must be a list of 1 to 100 values"),
                rude(grid("\"seed\": []"), "grid.seed must be a list of 1 to 100 values"),
                rude(grid("\"seed\": null"), "grid.seed must be a list of 1 to 100 values"),
                rude(grid("\"seed\": {\"min\": 1, \"max\": 2}"), "grid.seed must be a list"),
                rude(grid("\"seed\": [" + numbers(101) + "]"), "grid.seed must be a list of 1 to 100 values"),
                rude(grid("\"learningRate\": [0.1, 0]"), "grid.learningRate[1] must be greater than 0"),
                rude(grid("\"learningRate\": [11]"), "grid.learningRate[0] must be less than or equal to 10"),
                rude(grid("\"learningRate\": [1e999]"), "grid.learningRate[0] must be less than or equal to 10"),
                rude(grid("\"learningRate\": [\"0.1\"]"), "grid.learningRate[0] must be a number"),
                rude(grid("\"learningRate\": [true]"), "grid.learningRate[0] must be a number"),
                rude(grid("\"learningRate\": [[0.1]]"), "grid.learningRate[0] must be a number"),
                rude(grid("\"learningRate\": [{}]"), "grid.learningRate[0] must be a number"),
                rude(grid("\"learningRate\": [null]"), "grid.learningRate[0] must have a value"),
                rude(grid("\"learningRate\": [0.1, 0.10]"), "grid.learningRate[1] repeats an earlier value"),
                rude(grid("\"optimiser\": [\"sgd\", \"SGD\"]"), "grid.optimiser[1] repeats an earlier value"),
                rude(grid("\"batchSize\": [1.5]"), "grid.batchSize[0] must be a whole number"),
                rude(grid("\"batchSize\": [99999999999]"), "grid.batchSize[0] must be a whole number"),
                rude(grid("\"batchSize\": [32, 4097]"), "grid.batchSize[1] must be less than or equal to 4096"),
                rude(grid("\"epochs\": [0]"), "grid.epochs[0] must be greater than or equal to 1"),
                rude(grid("\"momentum\": [1]"), "grid.momentum[0] must be less than or equal to 0.9999"),
                rude(grid("\"weightDecay\": [-1]"), "grid.weightDecay[0] must be greater than or equal to 0"),
                rude(grid("\"gradientClipping\": [0]"), "grid.gradientClipping[0] must be greater than 0"),
                rude(grid("\"trainingImages\": [551]"), "grid.trainingImages[0] must be less than or equal to 550"),
                rude(grid("\"optimiser\": [\"rmsprop\"]"), "grid.optimiser[0] must be one of sgd, nesterov, adam"),
                rude(grid("\"optimiser\": [\"${7*7}\"]"), "grid.optimiser[0] must be one of sgd, nesterov, adam"),
                rude(grid("\"engine\": [\"tiny\", \"abacus\"]"), "grid.engine[1] must be one of tiny"),
                rude(grid("\"architecture\": [\"resnet\"]"), "grid.architecture[0] must be one of lenet5"),
                rude(grid("\"learningRateSchedule\": [\"\"]"), "grid.learningRateSchedule[0] must be one of constant"),
                rude(grid("\"seed\": [9223372036854775808]"), "grid.seed[0] must be a whole number"),
                rude(grid("\"beta1\": [0.9]"), "grid.beta1[0] is no setting of the optimiser sgd"),
                rude(
                        grid("\"optimiser\": [\"sgd\", \"adam\"], \"momentum\": [0.5]"),
                        "grid.momentum[0] is no setting of the optimiser adam"),
                rude(
                        "{\"recipe\": {\"momentum\": 0.5}, \"grid\": {\"optimiser\": [\"sgd\", \"adam\"]}}",
                        "recipe.momentum is no setting of the optimiser adam"),
                rude(
                        grid("\"seed\": [" + numbers(11) + "], \"batchSize\": [" + numbers(10) + "]"),
                        "grid must have at most 100 combinations"),
                rude(
                        grid(IntStream.rangeClosed(1, 9)
                                .mapToObj(i -> "\"field" + i + "\": [1]")
                                .collect(Collectors.joining(","))),
                        "grid must have 1 to 8 fields"),
                rude(random("\"learningRate\": {\"min\": 0.1}"), "random.learningRate.max is missing"),
                rude(random("\"learningRate\": {\"min\": 0.1, \"max\": null}"), "random.learningRate.max must have"),
                rude(random("\"learningRate\": {\"max\": 0.1}"), "random.learningRate.min is missing"),
                rude(
                        random("\"learningRate\": {\"min\": 0, \"max\": 1}"),
                        "random.learningRate.min must be greater than 0"),
                rude(
                        random("\"learningRate\": {\"min\": 0.1, \"max\": 11}"),
                        "random.learningRate.max must be less than or equal to 10"),
                rude(
                        random("\"learningRate\": {\"min\": 0.2, \"max\": 0.1}"),
                        "random.learningRate.max must be greater than min"),
                rude(
                        random("\"learningRate\": {\"min\": 0.1, \"max\": 0.1}"),
                        "random.learningRate.max must be greater than min"),
                rude(
                        random("\"momentum\": {\"min\": 0, \"max\": 0.9, \"scale\": \"log\"}"),
                        "random.momentum.min must be greater than 0 on a log scale"),
                rude(
                        random("\"momentum\": {\"min\": 0, \"max\": 0.9, \"scale\": \"cubic\"}"),
                        "random.momentum.scale must be one of linear, log"),
                rude(
                        random("\"momentum\": {\"min\": 0, \"max\": 0.9, \"step\": 0.1}"),
                        "random.momentum.step is unknown; accepted are max, min, scale"),
                rude(
                        random("\"batchSize\": {\"min\": 1.5, \"max\": 3}"),
                        "random.batchSize.min must be a whole number"),
                rude(random("\"optimiser\": {\"min\": \"a\", \"max\": \"b\"}"), "random.optimiser must be a list"),
                rude(random("\"seed\": 3"), "random.seed must be a list of values or an object {min, max, scale}"),
                rude(random("\"seed\": \"any\""), "random.seed must be a list of values or an object"),
                rude(random("\"momentum\": [0.5, 2]"), "random.momentum[1] must be less than or equal to 0.9999"),
                rude(
                        "{\"recipe\": {\"optimiser\": \"adam\"}, \"trials\": 1,"
                                + " \"random\": {\"momentum\": {\"min\": 0, \"max\": 0.9}}}",
                        "random.momentum is no setting of the optimiser adam"),
                rude("{\"random\": {\"seed\": [1]}}", "trials is missing: random draws so many"),
                rude(with("\"trials\": 0"), "trials must be greater than or equal to 1"),
                rude(with("\"trials\": 101"), "trials must be less than or equal to 100"),
                rude(with("\"trials\": \"9\""), "trials must be a whole number"),
                rude(with("\"objective\": \"luck\""), "objective must be one of validationLoss, validationAccuracy"),
                rude(with("\"promote\": \"always\""), "promote must be one of never, ifBetter"),
                rude(with("\"priority\": 101"), "priority must be less than or equal to 100"),
                rude(with("\"halving\": true"), "halving must be a JSON object"),
                rude(with("\"halving\": {\"eta\": 1}"), "halving.eta must be greater than or equal to 2"),
                rude(with("\"halving\": {\"eta\": 11}"), "halving.eta must be less than or equal to 10"),
                rude(with("\"halving\": {\"minEpochs\": 0}"), "halving.minEpochs must be greater than or equal to 1"),
                rude(with("\"halving\": {\"minEpochs\": 20}"), "must be less than the recipe's epochs, 20"),
                rude(with("\"halving\": {\"rate\": 3}"), "halving.rate is unknown; accepted are eta, minEpochs"),
                rude(
                        "{\"halving\": {}, \"grid\": {\"epochs\": [3, 9]}}",
                        "grid.epochs cannot be swept together with halving"),
                rude(with("\"recipe\": {\"epochs\": 0}"), "recipe.epochs must be greater than or equal to 1"),
                rude(with("\"recipe\": {\"epochs\": \"x\"}"), "recipe.epochs must be a whole number"),
                rude(with("\"recipe\": {\"epoch\": 1}"), "recipe.epoch is unknown"),
                rude(
                        with("\"recipe\": {\"earlyStopping\": {\"patience\": 0}}"),
                        "recipe.earlyStopping.patience must be greater than or equal to 1"),
                rude(with("\"recipe\": {\"name\": \"x\"}"), "recipe.name must stand beside recipe"),
                rude(with("\"recipe\": {\"promote\": \"always\"}"), "recipe.promote must stand beside recipe"),
                rude(with("\"recipe\": {\"priority\": 1}"), "recipe.priority must stand beside recipe"),
                rude(with("\"recipe\": []"), "recipe must be a JSON object"),
                rude(with("\"name\": \"" + "x".repeat(101) + "\""), "name size must be between 0 and 100"),
                rude(with("\"name\": \"a\\nb\""), "name must have no control characters"),
                rude(with("\"method\": \"grid\""), "method is unknown; accepted are grid, halving, name"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aRudeFieldIsRefusedByItsName(String body, String fragment) throws Exception {
        MockHttpServletResponse response = new SweepClient(mvc).submit(body);

        assertProblem(response, 422, "invalid-fields");
        assertThat(JsonPath.<String>read(response.getContentAsString(), "$.detail"))
                .contains(fragment);
        assertThat(JsonPath.<List<?>>read(response.getContentAsString(), "$.errors"))
                .hasSize(1);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("", 400, "empty-body"),
                Arguments.of("null", 400, "empty-body"),
                Arguments.of("[]", 400, "malformed-request"),
                Arguments.of("{\"grid\": {\"seed\": [1}", 400, "malformed-request"),
                Arguments.of("{\"grid\": {\"seed\": [NaN]}}", 400, "malformed-request"),
                Arguments.of("{\"grid\": {\"seed\": " + "[".repeat(2000) + "]}}", 400, "malformed-request"),
                Arguments.of("{\"name\": \"" + "x".repeat(70_000) + "\"}", 413, "too-large"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatIsNoSweepIsRefused(String body, int status, String type) throws Exception {
        assertProblem(new SweepClient(mvc).submit(body), status, type);
    }

    @Test
    void everyRefusedFieldIsListedAtOnce() throws Exception {
        MockHttpServletResponse response = new SweepClient(mvc).submit("""
                {"grid": {"learningRate": [0, 0.1, -1], "momentun": [1]}, "recipe": {"epochs": 0, "name": "x"},
                 "objective": "luck", "halving": {"eta": 1}, "trials": 0}
                """);

        assertThat(JsonPath.<List<String>>read(response.getContentAsString(), "$.errors[*].field"))
                .contains(
                        "grid.learningRate[0]",
                        "grid.learningRate[2]",
                        "grid.momentun",
                        "halving.eta",
                        "objective",
                        "recipe.epochs",
                        "recipe.name",
                        "trials");
    }

    @Test
    void aRefusedWordComesWithTheAcceptedOnes() throws Exception {
        MockHttpServletResponse response = new SweepClient(mvc).submit(grid("\"optimiser\": [\"x\"]"));

        assertThat(JsonPath.<List<String>>read(response.getContentAsString(), "$.errors[0].accepted"))
                .containsExactly("sgd", "nesterov", "adam", "levenbergMarquardt");
        assertThat(JsonPath.<String>read(response.getContentAsString(), "$.errors[0].rejected"))
                .isEqualTo("x");
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("GET", UNKNOWN, 404, "not-found"),
                Arguments.of("DELETE", UNKNOWN, 404, "not-found"),
                Arguments.of("POST", UNKNOWN + "/cancel", 404, "not-found"),
                Arguments.of("GET", SweepClient.PATH + "/nonsense", 404, "not-found"),
                Arguments.of("GET", SweepClient.PATH + "?page=-1", 422, "invalid-fields"),
                Arguments.of("GET", SweepClient.PATH + "?size=101", 422, "invalid-fields"),
                Arguments.of("PUT", SweepClient.PATH, 405, "method-not-allowed"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRudeRequestIsRefused(String method, String path, int status, String type) throws Exception {
        assertProblem(
                mvc.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(path)))
                        .andReturn()
                        .getResponse(),
                status,
                type);
    }

    @Test
    void anotherTypeIsNotAcceptable() throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        MockMvcRequestBuilders.get(UNKNOWN).header("Accept", "application/pdf"))
                .andReturn()
                .getResponse();

        assertProblem(response, 406, "not-acceptable");
    }

    private static void assertProblem(MockHttpServletResponse response, int status, String type) throws Exception {
        String problem = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(problem).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(JsonPath.<String>read(problem, "$.type")).isEqualTo("/problems/" + type);
        assertThat(problem).doesNotContain("java.", "tools.jackson", "lenet.web");
    }

    private static Arguments rude(String body, String fragment) {
        return Arguments.of(body, fragment);
    }

    private static String grid(String fields) {
        return "{\"grid\": {" + fields + "}}";
    }

    private static String random(String fields) {
        return "{\"trials\": 2, \"random\": {" + fields + "}}";
    }

    /** A good grid with one field more. */
    private static String with(String field) {
        return "{\"grid\": {\"learningRate\": [0.1]}, " + field + "}";
    }

    private static String numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }
}

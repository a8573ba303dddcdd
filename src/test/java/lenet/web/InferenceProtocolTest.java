package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Open Inference Protocol's REST specification, in its order; there is no client of it to be had here. */
class InferenceProtocolTest extends ModelContract {

    private static final String INFER = "/v2/models/live/infer";

    @Test
    void theServerSaysItsNameVersionAndExtensions() {
        for (String path : new String[] {"/v2", "/v2/"}) {
            JsonNode server = get(path).json();

            assertThat(server.propertyNames()).containsExactly("name", "version", "extensions");
            assertThat(server.get("name").asString()).isEqualTo("lenet5-service");
            assertThat(server.get("extensions").get(0).asString()).isEqualTo("binary_tensor_data");
        }
    }

    @Test
    void theServerIsLiveAndReady() {
        assertThat(get("/v2/health/live").json().get("live").booleanValue()).isTrue();
        assertThat(get("/v2/health/ready").json().get("live").booleanValue()).isTrue();
    }

    @Test
    void aModelIsReadyByItsName() {
        Answer answer = get("/v2/models/live/ready");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"name\":\"live\",\"ready\":true}");
    }

    @Test
    void aModelThatDoesNotComputeIsNotReadyAndTheServerIs() {
        long version = register(1);
        GatedEngine engine = (GatedEngine) engines.preferred();
        engine.computeOtherwise(true);
        try {
            assertThat(get("/v2/models/lenet5/versions/" + version + "/ready").text())
                    .isEqualTo("{\"name\":\"lenet5\",\"ready\":false}");
            assertThat(get("/v2/health/ready").status()).isEqualTo(200);
        } finally {
            engine.computeOtherwise(false);
        }
    }

    @Test
    void anAliasHasTheOneVersionItPointsAt() {
        JsonNode metadata = get("/v2/models/live").json();

        assertThat(metadata.get("name").asString()).isEqualTo("live");
        assertThat(metadata.get("versions").toString()).isEqualTo("[\"%d\"]".formatted(before));
        assertThat(metadata.has("platform")).isTrue();
    }

    @Test
    void anArchitectureHasAllItsVersions() {
        long version = register(2);

        assertThat(get("/v2/models/lenet5").json().get("versions").toString())
                .contains("\"%d\"".formatted(version), "\"%d\"".formatted(before));
    }

    @Test
    void inputsAndOutputsAreDescribedWithMinusOneForTheBatch() {
        JsonNode metadata = get("/v2/models/lenet5/versions/" + before).json();

        assertThat(metadata.get("inputs").toString())
                .isEqualTo("[{\"name\":\"image\",\"datatype\":\"FP32\",\"shape\":[-1,1,28,28]}]");
        assertThat(metadata.get("outputs").toString())
                .isEqualTo("[{\"name\":\"logits\",\"datatype\":\"FP32\",\"shape\":[-1,10]},"
                        + "{\"name\":\"probabilities\",\"datatype\":\"FP32\",\"shape\":[-1,10]},"
                        + "{\"name\":\"digit\",\"datatype\":\"INT64\",\"shape\":[-1]}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UINT8", "FP32"})
    void aPictureIsClassifiedAsByTheOtherOperation(String datatype) {
        JsonNode expected = post(CLASSIFICATIONS, "image/png", png(3)).json();

        JsonNode outputs =
                infer(request(datatype, "[1,1,28,28]", flat(3), "")).json().get("outputs");

        assertThat(outputs.at("/2/data/0").intValue())
                .isEqualTo(expected.get("digit").intValue());
        assertThat(outputs.at("/1/data/4").floatValue())
                .isEqualTo((float) expected.get("probabilities").get(4).doubleValue());
    }

    @Test
    void nestedDataMeansTheSameAsFlatData() {
        assertThat(infer(request("UINT8", "[2,1,28,28]", "[[" + rows(0) + "],[" + rows(1) + "]]", ""))
                        .json()
                        .get("outputs"))
                .isEqualTo(infer(request("UINT8", "[2,1,28,28]", "[" + numbers(0) + "," + numbers(1) + "]", ""))
                        .json()
                        .get("outputs"));
    }

    @Test
    void theIdComesBack() {
        assertThat(infer(request("UINT8", "[1,1,28,28]", flat(0), "\"id\":\"a b \\\" c\","))
                        .json()
                        .get("id")
                        .asString())
                .isEqualTo("a b \" c");
    }

    @Test
    void anAnswerWithoutAnIdHasNone() {
        JsonNode answer = infer(request("UINT8", "[1,1,28,28]", flat(0), "")).json();

        assertThat(answer.propertyNames()).containsExactly("model_name", "model_version", "outputs");
        assertThat(answer.get("model_name").asString()).isEqualTo("live");
        assertThat(answer.get("model_version").asString()).isEqualTo(Long.toString(before));
    }

    @Test
    void onlyTheOutputsAskedForComeInTheirOrder() {
        String outputs = "\"outputs\":[{\"name\":\"digit\"},{\"name\":\"logits\",\"parameters\":{}}],";

        JsonNode found =
                infer(request("UINT8", "[1,1,28,28]", flat(0), outputs)).json().get("outputs");

        assertThat(found.at("/0/name").asString()).isEqualTo("digit");
        assertThat(found.at("/0/shape").toString()).isEqualTo("[1]");
        assertThat(found.at("/1/name").asString()).isEqualTo("logits");
        assertThat(found.at("/1/shape").toString()).isEqualTo("[1,10]");
        assertThat(found.at("/1/data").size()).isEqualTo(10);
        assertThat(found.size()).isEqualTo(2);
    }

    @Test
    void membersOfExtensionsAreLeftAlone() {
        String more = "\"parameters\":{\"priority\":1},\"x\":[{}],";

        assertThat(infer(request("UINT8", "[1,1,28,28]", flat(0), more)).status())
                .isEqualTo(200);
    }

    @Test
    void aVersionIsAskedForByItsNumber() {
        long version = register(3);

        Answer answer = post(
                "/v2/models/lenet5/versions/" + version + "/infer",
                "application/json",
                utf8(request("UINT8", "[1,1,28,28]", flat(0), "")));

        assertThat(answer.json().get("model_name").asString()).isEqualTo("lenet5");
        assertThat(answer.json().get("model_version").asString()).isEqualTo(Long.toString(version));
    }

    @Test
    void aThousandPicturesAreOneRequest() {
        String all = IntStream.range(0, 1000).mapToObj(this::numbers).collect(Collectors.joining(","));

        JsonNode answer = infer(
                        request("UINT8", "[1000,1,28,28]", "[" + all + "]", "\"outputs\":[{\"name\":\"digit\"}],"))
                .json();

        assertThat(answer.at("/outputs/0/data").size()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"UINT8, 1", "FP32, 4"})
    void tensorsGoInBinaryForm(String datatype, int width) throws Exception {
        ByteBuffer pixels = ByteBuffer.allocate(784 * width).order(ByteOrder.LITTLE_ENDIAN);
        for (byte pixel : digit(5).pixels()) {
            if (width == 1) {
                pixels.put(pixel);
            } else {
                pixels.putFloat(Byte.toUnsignedInt(pixel));
            }
        }
        String json =
                "{\"inputs\":[{\"name\":\"image\",\"shape\":[1,1,28,28],\"datatype\":\"%s\",\"parameters\":{\"binary_data_size\":%d}}]}"
                        .formatted(datatype, pixels.capacity());

        HttpResponse<byte[]> answer = binary(json, pixels.array());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(answer.body()).get("outputs"))
                .isEqualTo(infer(request("UINT8", "[1,1,28,28]", flat(5), ""))
                        .json()
                        .get("outputs"));
    }

    @Test
    void tensorsComeInBinaryFormWhereAskedFor() throws Exception {
        String json = request(
                "UINT8",
                "[1,1,28,28]",
                flat(5),
                "\"parameters\":{\"binary_data_output\":true},"
                        + "\"outputs\":[{\"name\":\"digit\"},{\"name\":\"logits\",\"parameters\":{\"binary_data\":false}},{\"name\":\"probabilities\"}],");

        HttpResponse<byte[]> answer = binary(json, new byte[0]);

        int length = Integer.parseInt(
                answer.headers().firstValue("Inference-Header-Content-Length").orElseThrow());
        JsonNode outputs = JsonMapper.shared()
                .readTree(Arrays.copyOf(answer.body(), length))
                .get("outputs");
        ByteBuffer behind = ByteBuffer.wrap(answer.body(), length, answer.body().length - length)
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(outputs.at("/0/parameters/binary_data_size").intValue()).isEqualTo(8);
        assertThat(outputs.at("/1/data").size()).isEqualTo(10);
        assertThat(outputs.at("/2/parameters/binary_data_size").intValue()).isEqualTo(40);
        assertThat(behind.remaining()).isEqualTo(48);
        JsonNode plain =
                infer(request("UINT8", "[1,1,28,28]", flat(5), "")).json().get("outputs");
        assertThat(behind.getLong()).isEqualTo(plain.at("/2/data/0").longValue());
        assertThat(behind.getFloat()).isEqualTo(plain.at("/1/data/0").floatValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                | inputs must have exactly one tensor
            null                                                              | JSON object
            []                                                                | JSON cannot be read
            {                                                                 | JSON cannot be read
            {} {}                                                             | JSON cannot be read
            {"inputs":null}                                                   | exactly one tensor
            {"inputs":[]}                                                     | exactly one tensor
            {"inputs":[null]}                                                 | exactly one tensor
            {"inputs":{"name":"image"}}                                       | JSON cannot be read
            {"inputs":[{"name":"x"}]}                                         | only input is image, found x
            {"inputs":[{"name":"image"}]}                                     | datatype FP32 or UINT8, found null
            {"inputs":[{"name":"image","datatype":"FP64"}]}                   | found FP64
            {"inputs":[{"name":"image","datatype":"UINT8"}]}                  | shape [pictures, 1, 28, 28], found null
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[784]}]}    | found [784]
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[1,28,28,1]}]} | found [1, 28, 28, 1]
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[0,1,28,28]}]} | 1 to 1,000 pictures
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[-1,1,28,28]}]} | 1 to 1,000 pictures
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[1001,1,28,28]}]} | 1 to 1,000 pictures
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[9223372036854775807,1,28,28]}]} | 1 to 1,000 pictures
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[1e99,1,28,28]}]} | JSON cannot be read
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[null,1,28,28]}]} | found [null, 1, 28, 28]
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[1,1,28,28]}]} | image has no data
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[1,1,28,28],"data":7}]} | data must be an array
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[1,1,28,28],"data":["7"]}]} | numbers only
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[1,1,28,28],"data":[null]}]} | numbers only
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[1,1,28,28],"data":[1,2]}]} | 784 values, found 2
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[1,1,28,28],"data":[[1],[2]]}]} | nested data of image
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[1,1,28,28],"data":[[[[[[[[[1]]]]]]]]]}]} | deeper
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[1,1,28,28],"parameters":{"binary_data_size":784}}]} | 784 bytes behind the JSON
            {"inputs":[{"name":"image","datatype":"UINT8","shape":[1,1,28,28],"parameters":{"binary_data_size":"x"}}]} | binary_data_size says x
            {"inputs":[{"name":"image"},{"name":"image"}]}                    | exactly one tensor, image, found more
            {"inputs":[{"name":"image","name":"x"}]}                          | an input has name twice
            {"id":"1","id":"2"}                                               | the body has id twice
            {"inputs":[{"shape":[1,1,1,1,1,1,1,1,1]}]}                        | more than 8 sides
            {"x":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}                        | nested too deeply
            """)
    void aRequestThatTheModelCannotTakeIsRefusedInTheProtocolsWords(String body, String expected) {
        Answer refused = infer(body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/json");
        assertThat(refused.json().propertyNames()).containsExactly("error");
        assertThat(refused.json().get("error").asString()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "-1", "256", "1e39", "254.99999"})
    void aPixelThatIsNoWholeNumberOf0To255IsRefused(String pixel) {
        String data = "[" + pixel + numbers(0).substring(numbers(0).indexOf(',')) + "]";

        assertThat(infer(request("FP32", "[1,1,28,28]", data, ""))
                        .json()
                        .get("error")
                        .asString())
                .startsWith("values of image must be whole numbers of 0–255");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"name\":\"x\"}]", "[{}]", "[null]", "[{\"name\":\"digit\"},{\"name\":\"digit\"}]"})
    void outputsThatThereAreNotAreRefused(String outputs) {
        assertThat(infer(request("UINT8", "[1,1,28,28]", flat(0), "\"outputs\":" + outputs + ","))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void ofAThousandUnknownOutputsTheFirstIsRefused() {
        String outputs = IntStream.range(0, 1000)
                .mapToObj("{\"name\":\"%d\"}"::formatted)
                .collect(Collectors.joining(","));

        assertThat(infer("{\"outputs\":[" + outputs + "]}").json().get("error").asString())
                .isEqualTo("the model's outputs are logits, probabilities, digit, found 0");
    }

    @Test
    void morePixelsThanThoseOfAThousandPicturesAreRefused() {
        String data = "[" + "0,".repeat(784_000) + "0]";

        assertThat(infer(request("UINT8", "[1000,1,28,28]", data, ""))
                        .json()
                        .get("error")
                        .asString())
                .contains("data holds more than the 784,000 values of 1,000 pictures");
    }

    @Test
    void jsonBeforeTensorsThatIsNotUtf8IsRefused() {
        byte[] json = "{\"id\":\"\u00c0\u00af\"}".getBytes(StandardCharsets.ISO_8859_1);

        Answer refused = send(request(INFER)
                .header("Content-Type", "application/octet-stream")
                .header("Inference-Header-Content-Length", Integer.toString(json.length))
                .POST(HttpRequest.BodyPublishers.ofByteArray(json)));

        assertThat(refused.json().get("error").asString())
                .isEqualTo("JSON must be UTF-8, and byte 7 of the body is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99999999", "x", "5"})
    void aLengthOfJsonThatIsNotTheBodysIsRefused(String length) {
        Answer refused = send(request(INFER)
                .header("Inference-Header-Content-Length", length)
                .POST(HttpRequest.BodyPublishers.ofString(request("UINT8", "[1,1,28,28]", flat(0), ""))));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().propertyNames()).containsExactly("error");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v2/models/nobody, 404",
        "GET, /v2/models/Live, 404",
        "GET, /v2/models/live/versions/999999, 404",
        "GET, /v2/models/live/versions/x/ready, 404",
        "GET, /v2/models/lenet5/versions/0, 404",
        "GET, /v2/models, 404",
        "GET, /v2/models/live/infer, 405",
        "POST, /v2/models/live, 405",
        "GET, /v2/nothing, 404",
        "POST, /v2/models/live/infer, 400",
        "POST, /v2/models/nobody/infer, 400"
    })
    void whateverFailsSaysErrorAndNothingElse(String method, String path, int status) {
        Answer refused = send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.contentType()).startsWith("application/json");
        assertThat(refused.json().propertyNames()).containsExactly("error");
    }

    @Test
    void aBodyPastTheBoundIsRefused() {
        assertThat(post(INFER, "application/json", new byte[(16 << 20) + 1]).status())
                .isEqualTo(413);
    }

    @Test
    void problemsElsewhereStayProblems() {
        assertThat(get("/v22").json().has("type")).isTrue();
    }

    private Answer infer(String json) {
        return post(INFER, "application/json", utf8(json));
    }

    private HttpResponse<byte[]> binary(String json, byte[] behind) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(utf8(json));
        body.writeBytes(behind);
        return HttpClient.newHttpClient()
                .send(
                        request(INFER)
                                .header("Content-Type", "application/octet-stream")
                                .header("Inference-Header-Content-Length", Integer.toString(utf8(json).length))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String request(String datatype, String shape, String data, String more) {
        return "{%s\"inputs\":[{\"name\":\"image\",\"shape\":%s,\"datatype\":\"%s\",\"data\":%s}]}"
                .formatted(more, shape, datatype, data);
    }

    private String flat(int index) {
        return "[" + numbers(index) + "]";
    }

    private String numbers(int index) {
        byte[] pixels = digit(index).pixels();
        return IntStream.range(0, pixels.length)
                .mapToObj(i -> Integer.toString(Byte.toUnsignedInt(pixels[i])))
                .collect(Collectors.joining(","));
    }

    private String rows(int index) {
        byte[] pixels = digit(index).pixels();
        return "["
                + IntStream.range(0, 28)
                        .mapToObj(row -> IntStream.range(0, 28)
                                .mapToObj(i -> Integer.toString(Byte.toUnsignedInt(pixels[28 * row + i])))
                                .collect(Collectors.joining(",", "[", "]")))
                        .collect(Collectors.joining(","))
                + "]";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

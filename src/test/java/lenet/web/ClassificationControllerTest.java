package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lenet.image.GrayImage;
import lenet.image.ImageDecoder;
import lenet.model.ModelAliases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ClassificationControllerTest extends ServiceContract {

    @Autowired
    ModelAliases aliases;

    @Test
    void aRawPictureGetsItsMostProbableDigit() {
        JsonNode answer = classify(png(0));

        List<Double> probabilities = answer.get("probabilities")
                .valueStream()
                .map(JsonNode::doubleValue)
                .toList();
        assertThat(probabilities).hasSize(10);
        assertThat(probabilities.stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-9));
        assertThat(answer.get("confidence").doubleValue())
                .isEqualTo(probabilities.get(answer.get("digit").intValue()))
                .isEqualTo(probabilities.stream().mapToDouble(p -> p).max().orElseThrow());
    }

    @Test
    void anAnswerNamesTheLiveModel() {
        assertThat(classify(png(0)).get("modelVersion").longValue())
                .isEqualTo(aliases.liveVersion().orElseThrow());
    }

    @Test
    void anAnswerSaysHowLongTheNetworkTook() throws Exception {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(
                        request(CLASSIFICATIONS)
                                .header("Content-Type", "image/png")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(png(0)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(answer.headers().firstValue("Server-Timing"))
                .hasValueSatisfying(timing -> assertThat(timing).matches("network;dur=\\d+\\.\\d{3}"));
    }

    @Test
    void theNormalisedPictureIsLeftOutUnlessAskedFor() {
        assertThat(classify(png(0)).has("normalised")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "image/jpg", "image/bmp", "application/octet-stream"})
    void aPictureIsToldByItsBytesWhateverPictureTypeIsClaimed(String contentType) {
        assertThat(post(CLASSIFICATIONS, contentType, png(0)).status()).isEqualTo(200);
    }

    @Test
    void aPictureOfTheDataSetIsSeenByTheNetworkAsItIs() {
        byte[] saved = get("/api/v1/dataset/test/0", "image/png").bytes();

        JsonNode answer =
                post(CLASSIFICATIONS + "?normalised=true", "image/png", saved).json();

        assertThat(shown(answer.get("normalised"))).isEqualTo(digit(0));
    }

    @Test
    void theDataSetsPixelsGetTheSameAnswerAsItsPicture() {
        String pixels = get("/api/v1/dataset/test/3").json().get("pixels").toString();

        JsonNode answer = postJson("{\"pixels\":" + pixels + "}").json();

        assertThat(answer).isEqualTo(classify(png(3)));
    }

    @Test
    void pixelsWhosePaperIs255AreUnderstood() {
        byte[] ink = digit(5).pixels();
        byte[] onPaper = new byte[ink.length];
        IntStream.range(0, ink.length).forEach(i -> onPaper[i] = (byte) (255 - (ink[i] & 0xff)));
        String body = "{\"pixels\":" + rows(GrayImage.of(28, 28, onPaper)) + "}";

        JsonNode answer = post(
                        CLASSIFICATIONS + "?normalised=true", "application/json", body.getBytes(StandardCharsets.UTF_8))
                .json();

        byte[] shown = shown(answer.get("normalised")).pixels();
        assertThat(IntStream.range(0, ink.length)
                        .map(i -> Math.abs((ink[i] & 0xff) - (shown[i] & 0xff)))
                        .average())
                .hasValueCloseTo(0.0, within(5.0));
    }

    @Test
    void rowsOfPixelsAreTheSameAsPixelsInOneRun() {
        assertThat(postJson("{\"pixels\":" + rows(digit(5)) + "}").json()).isEqualTo(classify(png(5)));
    }

    @Test
    void theDocumentedExampleIsClassified() {
        assertThat(postJson(PixelsSchema.EXAMPLE).status()).isEqualTo(200);
    }

    @Test
    void severalImagesAreAnsweredInTheirOrder() {
        JsonNode answer = postJson("{\"images\":[%s,%s]}".formatted(pixels(digit(1)), pixels(digit(2))))
                .json();

        assertThat(answer.get("predictions").get(0).get("probabilities"))
                .isEqualTo(classify(png(1)).get("probabilities"));
        assertThat(answer.get("predictions").get(1).get("probabilities"))
                .isEqualTo(classify(png(2)).get("probabilities"));
    }

    @Test
    void theBatchFormIsAnsweredWithAListAlsoForOneImage() {
        JsonNode answer =
                postJson("{\"images\":[%s]}".formatted(pixels(digit(1)))).json();

        assertThat(answer.get("predictions")).hasSize(1);
    }

    @Test
    void aFormWithOneFileIsAnsweredWithAList() {
        JsonNode answer = postForm(CLASSIFICATIONS, new Form().file("file", "seven.png", png(0)))
                .json();

        assertThat(answer.get("predictions")).hasSize(1);
    }

    @Test
    void aFormsFilesKeepTheirOrderAcrossFieldNames() {
        Form form =
                new Form().file("a", "1.png", png(1)).file("b", "2.png", png(2)).file("a", "drei ü.png", png(3));

        JsonNode answer = postForm(CLASSIFICATIONS, form).json();

        assertThat(answer.get("predictions").valueStream().map(p -> p.get("fileName")
                        .asString()))
                .containsExactly("1.png", "2.png", "drei ü.png");
        assertThat(answer.get("predictions").get(1).get("probabilities"))
                .isEqualTo(classify(png(2)).get("probabilities"));
    }

    @Test
    void aFormsTextFieldsAreNoPictures() {
        Form form = new Form().field("comment", "look").file("file", "1.png", png(1));

        assertThat(postForm(CLASSIFICATIONS, form).json().get("predictions")).hasSize(1);
    }

    @Test
    void aHundredPicturesAreClassifiedAtOnce() {
        Form form = new Form();
        IntStream.range(0, 100).forEach(i -> form.file("file", i + ".png", png(i)));

        assertThat(postForm(CLASSIFICATIONS, form).json().get("predictions")).hasSize(100);
    }

    @Test
    void everyPictureOfAFormCanBeShownNormalised() {
        Form form = new Form().file("file", "1.png", png(1)).file("file", "2.png", png(2));

        JsonNode answer = postForm(CLASSIFICATIONS + "?normalised=true", form).json();

        assertThat(shown(answer.get("predictions").get(1).get("normalised"))).isEqualTo(digit(2));
    }

    @Test
    void aPictureOfUnknownLengthIsRead() {
        Answer answer = send(request(CLASSIFICATIONS)
                .header("Content-Type", "image/png")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(png(0)))));

        assertThat(answer.status()).isEqualTo(200);
    }

    private JsonNode classify(byte[] png) {
        return post(CLASSIFICATIONS, "image/png", png).json();
    }

    private Answer postJson(String json) {
        return post(CLASSIFICATIONS, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static String pixels(GrayImage picture) {
        byte[] pixels = picture.pixels();
        return IntStream.range(0, pixels.length)
                .mapToObj(i -> Integer.toString(Byte.toUnsignedInt(pixels[i])))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String rows(GrayImage picture) {
        List<String> numbers =
                Arrays.asList(pixels(picture).replace("[", "").replace("]", "").split(",", -1));
        return IntStream.range(0, 28)
                .mapToObj(row -> "[" + String.join(",", numbers.subList(row * 28, row * 28 + 28)) + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static GrayImage shown(JsonNode dataUri) {
        String base64 = dataUri.asString().replaceFirst("^data:image/png;base64,", "");
        return new ImageDecoder().decode(Base64.getDecoder().decode(base64));
    }
}

package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import lenet.model.BundledModel;
import lenet.model.ModelFile;
import lenet.model.Provenance;
import lenet.model.TrainedModel;
import lenet.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Models as files, out and in again. */
class ModelFilesTest extends ModelContract {

    @Test
    void theSafetensorsFileIsTheOneThatTheChecksumIsOf() {
        byte[] file = get(MODELS + "/live/safetensors").bytes();

        assertThat(ModelFile.read(file).parameters())
                .isEqualTo(BundledModel.load().parameters());
        assertThat(registry.find(before).orElseThrow().sha256()).isEqualTo(sha256(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"safetensors", "onnx", "dl4j"})
    void aClientThatHasTheFileIsNotSentItAgain(String format) {
        String path = MODELS + "/live/" + format;
        String tag = header(path, "ETag");

        assertThat(send(request(path).header("If-None-Match", tag).GET()).status())
                .isEqualTo(304);
        assertThat(send(request(path).header("If-None-Match", "\"another\"").GET())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"safetensors, lenet5-%d.safetensors", "onnx, lenet5-%d.onnx", "dl4j, lenet5-%d.zip"})
    void aFileIsNamedAfterArchitectureAndVersion(String format, String name) {
        assertThat(header(MODELS + "/live/" + format, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + name.formatted(before) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/99999/safetensors", "/nobody/dl4j", "/live/keras", "/Live/safetensors"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(get(MODELS + path).status()).isEqualTo(404);
    }

    @Test
    void anUnchangedFileIsTheVersionItWas() {
        Answer answer = importFile(get(MODELS + "/live/safetensors").bytes(), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("version").longValue()).isEqualTo(before);
    }

    @Test
    void aNewModelIsEvaluatedAndRegisteredAndNotLive() {
        Answer answer = importFile(file(21), "");
        JsonNode model = answer.json();
        forget(model.get("version").longValue());

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(model.at("/scores/testAccuracy").doubleValue()).isBetween(0.05, 0.2);
        assertThat(model.at("/provenance/imported/format").asString()).isEqualTo("safetensors");
        assertThat(model.at("/provenance/imported/sha256").asString()).isEqualTo(sha256(file(21)));
        assertThat(aliases.liveVersion()).contains(before);
    }

    @Test
    void theSameFileAgainGivesTheSameVersion() {
        long first = importFile(file(22), "").json().get("version").longValue();
        forget(first);
        Answer again = importFile(file(22), "");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("version").longValue()).isEqualTo(first);
    }

    @Test
    void anOnnxFileComesBackAsAChildOfTheVersionItWas() {
        JsonNode model = importFile(get(MODELS + "/live/onnx").bytes(), "").json();
        long version = model.get("version").longValue();
        forget(version);

        assertThat(model.at("/provenance/parent").longValue()).isEqualTo(before);
        assertThat(model.at("/provenance/imported/format").asString()).isEqualTo("onnx");
        assertThat(registry.find(version).orElseThrow().model().parameters())
                .isEqualTo(BundledModel.load().parameters());
    }

    @Test
    void whatPyTorchExportsIsTakenIn() throws IOException {
        Answer answer = importFile(resource("/onnx/pytorch-plain.onnx"), "");
        forget(answer.json().get("version").longValue());

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().at("/provenance/imported/producer").asString()).startsWith("pytorch");
    }

    @Test
    void whatTheInputsWereMadeWithCanBeSaid() {
        byte[] file = withoutMetadata(ModelFile.write(model(23)));

        JsonNode model = importFile(file, "?mean=0.1307&scale=3.2457").json();
        forget(model.get("version").longValue());

        assertThat(model.at("/preprocessing/mean").doubleValue()).isEqualTo(0.1307);
        assertThat(model.at("/preprocessing/scale").doubleValue()).isEqualTo(3.2457);
        assertThat(model.at("/provenance").propertyNames()).containsExactly("imported");
    }

    @Test
    void aFormWithTheFileWorksAsWell() {
        Answer answer = postForm(MODELS, new Form().file("file", "lenet5.safetensors", file(24)));
        forget(answer.json().get("version").longValue());

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void aFormWithTwoFilesIsRefused() {
        assertThat(postForm(MODELS, new Form().file("a", "a", file(25)).file("b", "b", file(25)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aZipIsRefusedWithTheReason() {
        Answer refused = importFile(get(MODELS + "/live/dl4j").bytes(), "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("type").asString()).isEqualTo("/problems/unreadable-model");
        assertThat(refused.json().get("detail").asString()).contains("can make a program run code");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 100, 1_000, 248_000})
    void aTruncatedFileIsRefused(int length) {
        Answer refused = importFile(Arrays.copyOf(file(26), length), "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("type").asString()).isEqualTo("/problems/unreadable-model");
    }

    @Test
    void nothingIsRefused() {
        assertThat(importFile(new byte[0], "").status()).isEqualTo(400);
    }

    @Test
    void aFilePastTheBoundIsRefused() {
        assertThat(importFile(new byte[(4 << 20) + 1], "").status()).isEqualTo(413);
    }

    @Test
    void aPictureIsRefused() {
        assertThat(importFile(png(0), "").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean=-0.1", "mean=1.1", "mean=x", "scale=0", "scale=1e9", "scale=NaN", "mean=Infinity"})
    void aScalingThatMakesNoSenseIsRefused(String query) {
        assertThat(importFile(file(27), "?" + query).status()).isEqualTo(422);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = ModelFilesTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }

    private Answer importFile(byte[] file, String query) {
        return post(MODELS + query, "application/octet-stream", file);
    }

    private static byte[] file(long seed) {
        return ModelFile.write(model(seed));
    }

    private static TrainedModel model(long seed) {
        TrainedModel bundled = BundledModel.load();
        return new TrainedModel(
                bundled.architecture(),
                bundled.scaling(),
                Parameters.initial(bundled.architecture(), seed),
                Provenance.UNKNOWN,
                bundled.scores());
    }

    /** The same tensors as a program writes them that knows of nothing else. */
    private static byte[] withoutMetadata(byte[] file) {
        int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        String header = new String(file, 8, length, StandardCharsets.UTF_8);
        byte[] bare = ("{" + header.substring(header.indexOf("\"C1.weight\""))).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(file.length - length + bare.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(bare.length)
                .put(bare)
                .put(file, 8 + length, file.length - 8 - length)
                .array();
    }
}

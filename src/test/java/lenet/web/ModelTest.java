package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import lenet.model.BundledModel;
import lenet.model.Scores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ModelTest extends ModelContract {

    @Test
    void aModelSaysWhatItIsAndWhereItComesFrom() {
        JsonNode model = get(MODELS + "/live").json();

        assertThat(model.get("version").longValue()).isEqualTo(before);
        assertThat(model.get("aliases").get(0).asString()).isEqualTo("live");
        assertThat(model.get("parameters").intValue()).isEqualTo(61_706);
        assertThat(model.at("/preprocessing/inputHeight").intValue()).isEqualTo(32);
        assertThat(model.at("/preprocessing/mean").doubleValue()).isBetween(0.09, 0.11);
        assertThat(model.at("/scores/testAccuracy").doubleValue()).isGreaterThan(0.995);
        assertThat(model.at("/provenance/datasetFingerprint").asString()).isEqualTo(dataset.fingerprint());
        assertThat(model.at("/provenance/recipe/optimiser").asString()).isEqualTo("adam");
    }

    @Test
    void aModelIsFoundByVersionAsByAlias() {
        assertThat(get(MODELS + "/" + before).json())
                .isEqualTo(get(MODELS + "/live").json());
    }

    @Test
    void theNewestModelIsListedFirst() {
        long first = register(1);
        long second = register(2);

        assertThat(versions(get(MODELS + "?size=2"))).containsExactly(second, first);
    }

    @Test
    void aPagePastTheLastIsEmptyAndKnowsTheTotal() {
        JsonNode page = get(MODELS + "?page=1000").json();

        assertThat(page.get("models").size()).isZero();
        assertThat(page.get("total").intValue()).isEqualTo(registry.count());
    }

    @ParameterizedTest
    @CsvSource({"validationError, false", "-validationError, true", "testError, true", "-testError, false"})
    void modelsAreSortedByError(String sort, boolean firstOne) {
        long goodOnTest = register(11, new Scores(0.0001, 1, 0.9999, 1));
        long goodOnValidation = register(12, new Scores(0.9999, 1, 0.0001, 1));

        assertThat(versions(get(MODELS + "?size=1&sort=" + sort)))
                .containsExactly(firstOne ? goodOnTest : goodOnValidation);
    }

    @Test
    void aDeletedModelIsGone() {
        long version = register(3);

        assertThat(delete(MODELS + "/" + version).status()).isEqualTo(204);
        assertThat(get(MODELS + "/" + version).status()).isEqualTo(404);
        assertThat(delete(MODELS + "/" + version).status()).isEqualTo(404);
    }

    @Test
    void aDeletedModelsVersionIsNotGivenAgain() {
        long version = register(4);
        delete(MODELS + "/" + version);

        assertThat(register(4)).isGreaterThan(version);
    }

    @Test
    void aModelThatAnAliasPointsAtCannotBeDeleted() {
        Answer refused = delete(MODELS + "/" + before);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asString())
                .isEqualTo("model %d cannot be deleted: live points at it; move the alias first".formatted(before));
    }

    @Test
    void anyModelClassifiesByVersionOrAlias() {
        long version = register(5);
        set("candidate", "{\"version\": %d}".formatted(version));

        assertThat(answeredBy("?model=" + version)).isEqualTo(version);
        assertThat(answeredBy("?model=candidate")).isEqualTo(version);
        assertThat(answeredBy("?model=live")).isEqualTo(before);
        assertThat(answeredBy("")).isEqualTo(before);
    }

    @Test
    void moreModelsClassifyInTurnThanAreKeptLoaded() {
        List<Long> versions =
                LongStream.range(100, 112).map(this::register).boxed().toList();

        for (int round = 0; round < 2; round++) {
            assertThat(versions).allSatisfy(version -> assertThat(answeredBy("?model=" + version))
                    .isEqualTo(version));
        }
    }

    @Test
    void aDeletedModelClassifiesNoMore() {
        long version = register(6);
        answeredBy("?model=" + version);
        delete(MODELS + "/" + version);

        assertThat(post(CLASSIFICATIONS + "?model=" + version, "image/png", png(0))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theModelOfAFormAndOfPixelsCanBeNamedToo() {
        long version = register(7);
        Form form = new Form().file("file", "seven.png", png(0));
        String pixels = "{\"pixels\": " + get("/api/v1/dataset/test/0").json().get("pixels") + "}";

        assertThat(postForm(CLASSIFICATIONS + "?model=" + version, form)
                        .json()
                        .get("modelVersion")
                        .longValue())
                .isEqualTo(version);
        assertThat(post(
                                CLASSIFICATIONS + "?model=" + version,
                                "application/json",
                                pixels.getBytes(StandardCharsets.UTF_8))
                        .json()
                        .get("modelVersion")
                        .longValue())
                .isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "Live", "a%20b", "%00", "99999999999999999999", "live%3B--", "aliases"})
    void aModelThatCannotBeNamedSoIsRefused(String model) {
        Answer refused = post(CLASSIFICATIONS + "?model=" + model, "image/png", png(0));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/message").asString()).startsWith("must be a version such as 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/99999", "/nobody", "/0", "/Live", "/-1", "/%F0%9F%92%A9", "/1.5", "/live/nothing"})
    void whatIsNoModelIsNotFound(String path) {
        assertThat(get(MODELS + path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=accuracy", "sort=--version", "page=-1", "size=0", "size=101", "size=x"})
    void aListThatCannotBeMadeIsRefused(String query) {
        assertThat(get(MODELS + "?" + query).status()).isEqualTo(422);
    }

    @Test
    void theShippedModelsWeightsAreTheBundledFiles() {
        assertThat(registry.find(before).orElseThrow().model().parameters())
                .isEqualTo(BundledModel.load().parameters());
    }

    private long answeredBy(String query) {
        Answer answer = post(CLASSIFICATIONS + query, "image/png", png(0));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("modelVersion").longValue();
    }

    private static List<Long> versions(Answer page) {
        return StreamSupport.stream(page.json().get("models").spliterator(), false)
                .map(model -> model.get("version").longValue())
                .toList();
    }
}

package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lenet.dataset.Split;
import lenet.image.ImageDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DatasetControllerTest extends ServiceContract {

    private static final String DATASET = "/api/v1/dataset";
    private static final String CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
            + "image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";

    @Test
    void theDataSetSaysWhatItIs() {
        JsonNode answer = get(DATASET).json();

        assertThat(answer.get("name").asString()).isEqualTo("MNIST");
        assertThat(answer.get("imageSize").intValue()).isEqualTo(28);
        assertThat(answer.get("fingerprint").asString()).isEqualTo(dataset.fingerprint());
        assertThat(answer.get("mean").doubleValue()).isEqualTo(dataset.mean());
    }

    @ParameterizedTest
    @CsvSource({"train, 55000", "validation, 5000", "test, 10000"})
    void everySplitCountsItsPictures(String split, int count) {
        assertThat(get(DATASET).json().get("splits").get(split).get("count").intValue())
                .isEqualTo(count);
    }

    @ParameterizedTest
    @EnumSource
    void theClassCountsOfASplitAddUpToItsCount(Split split) {
        JsonNode answer = get(DATASET).json().get("splits").get(split.name().toLowerCase(Locale.ROOT));

        assertThat(answer.get("classCounts")
                        .valueStream()
                        .mapToInt(JsonNode::intValue)
                        .sum())
                .isEqualTo(answer.get("count").intValue());
    }

    @Test
    void aFileIsKnownByItsPublishedMd5() {
        assertThat(get(DATASET).json().get("files").valueStream().map(file -> file.get("md5")
                        .asString()))
                .contains("27ae3e4e09519cfbb04c329615203637");
    }

    @Test
    void aBrowserGetsAPictureAsJson() {
        JsonNode answer = get(DATASET + "/test/0", CHROME).json();

        assertThat(answer.get("label").intValue()).isEqualTo(7);
        assertThat(answer.get("pixels")).hasSize(784);
    }

    @Test
    void aSplitIsPagedInTheFilesOrder() {
        JsonNode page = get(DATASET + "/test?page=1&size=3").json();

        assertThat(page.get("pictures").valueStream().map(picture -> picture.get("index")
                        .intValue()))
                .containsExactly(3, 4, 5);
        assertThat(page.get("total").intValue()).isEqualTo(10_000);
        assertThat(page.get("totalPages").intValue()).isEqualTo(3334);
    }

    @Test
    void aSplitIsPagedByLabel() {
        JsonNode page = get(DATASET + "/test?label=7&size=200").json();

        assertThat(page.get("total").intValue()).isEqualTo(1028);
        assertThat(page.get("pictures")).hasSize(200).allSatisfy(picture -> {
            assertThat(picture.get("label").intValue()).isEqualTo(7);
            assertThat(dataset.split(Split.TEST).label(picture.get("index").intValue()))
                    .isEqualTo(7);
        });
    }

    @Test
    void aPagePastTheLastOneIsEmpty() {
        assertThat(get(DATASET + "/validation?page=9999999").json().get("pictures"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404",
        "/test?size=201, 422",
        "/test?page=-1, 422",
        "/test?label=10, 422",
        "/test?label=x, 422"
    })
    void aPageThatCannotBeIsRefused(String path, int status) {
        assertThat(get(DATASET + path).status()).isEqualTo(status);
    }

    @Test
    void aPngOfAPictureIsLossless() {
        Answer answer = get(DATASET + "/test/0", "image/png");

        assertThat(answer.contentType()).isEqualTo("image/png");
        assertThat(new ImageDecoder().decode(answer.bytes())).isEqualTo(digit(0));
    }

    @Test
    void aBrowsersImageElementGetsThePicture() {
        assertThat(get(DATASET + "/test/0", "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8")
                        .contentType())
                .isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test/10000",
                "/test/-1",
                "/test/99999999999",
                "/test/seven",
                "/exam/0",
                "/TEST/0",
                "/exam/samples"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertProblem(get(DATASET + path), 404, "not-found");
    }

    @Test
    void aMissingPictureIsAProblemAlsoForThoseWhoWantAPicture() {
        assertProblem(get(DATASET + "/test/10000", "image/png"), 404, "not-found");
    }

    @Test
    void aPictureBeyondTheLastSaysHowManyThereAre() {
        assertThat(get(DATASET + "/test/10000").json().get("detail").asString()).contains("10,000 pictures, 0 to 9999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rows=0", "rows=21", "columns=0", "columns=21", "label=10", "label=-1", "rows=many", "seed=x"})
    void aSampleOutOfBoundsIsRefused(String query) {
        assertProblem(get(DATASET + "/test/samples?" + query), 422, "invalid-fields");
    }

    @Test
    void aSampleHasFiveRowsOfTenByDefault() {
        assertThat(indices("")).hasSize(50);
    }

    @Test
    void aSampleDrawsNoPictureTwice() {
        assertThat(indices("?rows=20&columns=20")).hasSize(400).doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedDrawsTheSamePictures() {
        assertThat(indices("?seed=5")).isEqualTo(indices("?seed=5")).isNotEqualTo(indices("?seed=6"));
    }

    @Test
    void aSampleOfOneDigitHasNoOther() {
        JsonNode sample = get(DATASET + "/test/samples?label=4").json();

        assertThat(sample.get("pictures").valueStream().map(picture -> picture.get("label")
                        .intValue()))
                .hasSize(50)
                .containsOnly(4);
    }

    @Test
    void aSamplesLabelsAreThePictures() {
        JsonNode first =
                get(DATASET + "/test/samples?seed=9").json().get("pictures").get(0);

        assertThat(first.get("label").intValue())
                .isEqualTo(dataset.split(Split.TEST).label(first.get("index").intValue()));
    }

    @Test
    void theGridIsTheSamePictureEveryTime() {
        Answer grid = get(DATASET + "/train/samples?rows=2&columns=3&seed=1", "image/png");

        assertThat(grid.contentType()).isEqualTo("image/png");
        assertThat(grid.bytes())
                .isEqualTo(get(DATASET + "/train/samples?rows=2&columns=3&seed=1", "image/png")
                        .bytes());
    }

    @Test
    void moreRowsMakeATallerGrid() {
        assertThat(height("?rows=4")).isGreaterThan(height("?rows=2"));
    }

    private int height(String query) {
        return new ImageDecoder()
                .decode(get(DATASET + "/test/samples" + query, "image/png").bytes())
                .height();
    }

    private List<Integer> indices(String query) {
        JsonNode pictures = get(DATASET + "/test/samples" + query).json().get("pictures");
        return IntStream.range(0, pictures.size())
                .mapToObj(i -> pictures.get(i).get("index").intValue())
                .toList();
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/" + type);
    }
}

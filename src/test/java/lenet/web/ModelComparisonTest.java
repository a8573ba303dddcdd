package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ModelComparisonTest extends ModelContract {

    private static final String COMPARE = MODELS + "/compare";

    @Test
    void theFourKindsOfPicturesAreAllPictures() {
        JsonNode compared = get(COMPARE + "?a=live&b=" + register(1)).json();

        assertThat(compared.get("bothRight").intValue()
                        + compared.get("onlyARight").intValue()
                        + compared.get("onlyBRight").intValue()
                        + compared.get("neitherRight").intValue())
                .isEqualTo(10_000)
                .isEqualTo(compared.get("images").intValue());
    }

    @Test
    void accuracyFollowsFromTheCounts() {
        JsonNode compared = get(COMPARE + "?a=live&b=" + register(2)).json();

        assertThat(compared.at("/a/accuracy").doubleValue())
                .isEqualTo((compared.get("bothRight").intValue()
                                + compared.get("onlyARight").intValue())
                        / 10_000.0);
        assertThat(compared.at("/a/version").longValue()).isEqualTo(before);
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        JsonNode compared = get(COMPARE + "?a=live&b=" + before).json();

        assertThat(compared.get("differing").intValue()).isZero();
        assertThat(compared.at("/mcNemar/pValue").doubleValue()).isEqualTo(1);
    }

    @Test
    void noMorePicturesAreShownThanAskedFor() {
        JsonNode compared = get(COMPARE + "?limit=3&a=live&b=" + register(3)).json();

        assertThat(compared.get("differences").size()).isEqualTo(3);
        assertThat(compared.get("differing").intValue()).isGreaterThan(3);
    }

    @Test
    void theDifferencesAreAPictureToo() throws IOException {
        Answer answer = get(COMPARE + "?a=live&b=" + register(4), "image/png");

        assertThat(answer.contentType()).isEqualTo("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.bytes())).getWidth())
                .isGreaterThan(300);
    }

    @ParameterizedTest
    @CsvSource({
        "a=live, 422",
        "b=live, 422",
        "a=live&b=99999, 404",
        "a=nobody&b=live, 404",
        "a=Live&b=live, 422",
        "a=live&b=live&limit=0, 422",
        "a=live&b=live&limit=101, 422",
        "a=1%00&b=live, 422"
    })
    void twoModelsAreNeeded(String query, int status) {
        Answer refused = get(COMPARE + "?" + query);

        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
    }
}

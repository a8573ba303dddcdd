package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ModelEvaluationTest extends ModelContract {

    private static final String EVALUATION = MODELS + "/live/evaluation";
    private static final String EXAMPLES = EVALUATION + "/examples";

    @Test
    void theAccuracyIsTheDiagonalsShare() {
        JsonNode evaluation = get(EVALUATION).json();
        int hits = IntStream.range(0, 10)
                .map(digit ->
                        evaluation.at("/confusionMatrix/" + digit + "/" + digit).intValue())
                .sum();

        assertThat(evaluation.get("accuracy").doubleValue()).isCloseTo(hits / 10_000.0, within(1e-9));
        assertThat(evaluation.get("modelVersion").longValue()).isEqualTo(before);
        assertThat(evaluation.has("job")).isFalse();
    }

    @Test
    void everyTestPictureIsInTheConfusionMatrix() {
        int sum = get(EVALUATION)
                .json()
                .get("confusionMatrix")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .mapToInt(JsonNode::intValue)
                .sum();

        assertThat(sum).isEqualTo(10_000);
    }

    @Test
    void theConfusionMatrixIsAPictureToo() throws IOException {
        BufferedImage picture = ImageIO.read(
                new ByteArrayInputStream(get(EVALUATION, "image/png").bytes()));

        assertThat(picture.getWidth()).isEqualTo(860);
        assertThat(get(EVALUATION, "image/svg+xml").text()).contains("<svg");
    }

    @Test
    void aCellOfTheMatrixIsAsManyPicturesAsItCounts() {
        int count = get(EVALUATION).json().at("/confusionMatrix/4/9").intValue();
        JsonNode cell = get(EXAMPLES + "?label=4&predicted=9&limit=100").json();

        assertThat(count).isPositive();
        assertThat(cell.get("total").intValue()).isEqualTo(count);
        assertThat(cell.get("examples")).hasSize(Math.min(100, count)).allSatisfy(example -> {
            assertThat(example.get("label").intValue()).isEqualTo(4);
            assertThat(example.get("predicted").intValue()).isEqualTo(9);
        });
    }

    @Test
    void theMostConfidentErrorComesFirst() {
        List<Double> confidences = get(EXAMPLES)
                .json()
                .get("examples")
                .valueStream()
                .map(example -> example.get("confidence").doubleValue())
                .toList();

        assertThat(confidences).hasSize(25).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void hitsAreAskedForByTheirDiagonalCell() {
        JsonNode cell =
                get(EXAMPLES + "?correct=true&label=7&predicted=7&limit=1").json();

        assertThat(cell.get("total").intValue())
                .isEqualTo(get(EVALUATION).json().at("/confusionMatrix/7/7").intValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/99999/evaluation|404|99999",
                "/nobody/evaluation|404|nobody",
                "/live/evaluation/examples?label=10|422|label",
                "/live/evaluation/examples?predicted=-1|422|predicted",
                "/live/evaluation/examples?limit=101|422|limit",
                "/live/evaluation/examples?label=seven|422|label"
            })
    void aRudeRequestGetsItsProblem(String path, int status, String fragment) {
        Answer refused = get(MODELS + path, "application/json");

        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.text()).contains(fragment);
    }
}

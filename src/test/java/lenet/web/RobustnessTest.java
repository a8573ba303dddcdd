package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import lenet.dataset.Corruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RobustnessTest extends ModelContract {

    private static final String CORRUPTIONS = "/api/v1/corruptions";
    private static final String ROBUSTNESS = MODELS + "/live/evaluation/corruptions";
    private static final int COUNT = Corruption.values().length - 1;

    @Test
    void everyCorruptionIsListedWithWhatItDoes() {
        JsonNode corruptions = get(CORRUPTIONS).json().get("corruptions");

        assertThat(corruptions).hasSize(COUNT + 1).allSatisfy(corruption -> assertThat(
                        corruption.get("description").asString())
                .isNotBlank());
        assertThat(corruptions.get(0).get("name").asString()).isEqualTo("identity");
        assertThat(corruptions.get(1)).hasToString("""
                {"name":"shotNoise","title":"Shot noise",\
                "description":"Too little light: 5 photons make full ink, on average"}""");
    }

    @Test
    void theyAreAPictureToo() throws IOException {
        BufferedImage picture = ImageIO.read(
                new ByteArrayInputStream(get(CORRUPTIONS, "image/png").bytes()));

        assertThat(picture.getWidth()).isBetween(900, 1100);
        assertThat(picture.getHeight()).isBetween(900, 1100);
    }

    @Test
    void aModelHasAnErrorUnderEveryCorruption() {
        JsonNode measured = get(ROBUSTNESS).json();
        double clean = get(MODELS + "/live/evaluation").json().get("errorRate").doubleValue();

        assertThat(measured.get("modelVersion").longValue()).isEqualTo(before);
        assertThat(measured.get("cleanErrorRate").doubleValue()).isCloseTo(clean, within(1e-9));
        assertThat(measured.get("corruptions")).hasSize(COUNT).allSatisfy(corrupted -> {
            assertThat(corrupted.get("accuracy").doubleValue()
                            + corrupted.get("errorRate").doubleValue())
                    .isCloseTo(1, within(1e-9));
            assertThat(corrupted.get("aboveClean").doubleValue())
                    .isCloseTo(corrupted.get("errorRate").doubleValue() - clean, within(1e-9));
        });
        double mean = measured.get("corruptions")
                .valueStream()
                .mapToDouble(corrupted -> corrupted.get("errorRate").doubleValue())
                .average()
                .orElseThrow();
        assertThat(measured.get("meanErrorRate").doubleValue()).isCloseTo(mean, within(1e-9));
        assertThat(measured.get("timesClean").doubleValue()).isCloseTo(mean / clean, within(1e-9));
    }

    @Test
    void theErrorsAreABarChartToo() throws IOException {
        BufferedImage picture = ImageIO.read(
                new ByteArrayInputStream(get(ROBUSTNESS, "image/png").bytes()));

        assertThat(picture.getWidth()).isEqualTo(960);
        assertThat(get(ROBUSTNESS, "image/svg+xml").text()).contains("<svg", "Impulse noise");
    }

    @Test
    void theCardShowsTheErrorsOnceTheyAreMeasured() {
        long version = register(71);
        String card = MODELS + "/" + version + "/card";
        String unmeasured = get(card).text();

        get(MODELS + "/" + version + "/evaluation/corruptions");

        assertThat(unmeasured)
                .contains("## Robustness", "Not measured yet: `GET /api/v1/models/" + version)
                .doesNotContain("Impulse noise");
        assertThat(get(card).text())
                .contains("## Robustness", "over 15 corruptions", "| Impulse noise | 15 % of the pixels")
                .doesNotContain("Not measured yet");
        assertThat(get(card, "text/html").text()).contains("<td>Impulse noise</td>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                MODELS + "/99999/evaluation/corruptions|*/*|404|99999",
                MODELS + "/nobody/evaluation/corruptions|image/png|404|nobody",
                MODELS + "/live/evaluation/corruptions|text/csv|406|image/svg+xml",
                MODELS + "/live/evaluation/corruptions/fog|*/*|404|there is nothing at",
                CORRUPTIONS + "|image/svg+xml|406|image/png",
                CORRUPTIONS + "/fog|*/*|404|there is nothing at"
            })
    void aRudeRequestGetsItsProblem(String path, String accept, int status, String fragment) {
        Answer refused = get(path, accept);

        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.text()).contains(fragment);
    }
}

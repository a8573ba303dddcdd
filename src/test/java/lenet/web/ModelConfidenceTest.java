package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import lenet.evaluation.Evaluation;
import lenet.evaluation.Predictions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ModelConfidenceTest extends ModelContract {

    private static final String EVALUATION = MODELS + "/live/evaluation";
    private static final String RELIABILITY = EVALUATION + "/reliability";
    private static final String REJECTION = EVALUATION + "/rejection";

    @Test
    void everyTestPictureIsInABin() {
        JsonNode reliability = get(RELIABILITY).json();

        assertThat(reliability.get("modelVersion").longValue()).isEqualTo(before);
        assertThat(reliability.get("bins")).hasSize(15);
        assertThat(reliability
                        .get("bins")
                        .valueStream()
                        .mapToInt(bin -> bin.get("count").intValue())
                        .sum())
                .isEqualTo(10_000);
    }

    @Test
    void aBinWithoutPicturesHasNoAccuracy() {
        JsonNode lowest = get(RELIABILITY).json().at("/bins/0");

        assertThat(lowest.get("count").intValue()).isZero();
        assertThat(lowest.has("accuracy")).isFalse();
        assertThat(lowest.has("confidence")).isFalse();
    }

    @Test
    void theEvaluationHasTheCalibrationErrorToo() {
        double error = get(EVALUATION).json().get("expectedCalibrationError").doubleValue();

        assertThat(error)
                .isPositive()
                .isEqualTo(
                        get(RELIABILITY).json().get("expectedCalibrationError").doubleValue());
    }

    @Test
    void theRejectionCurveBeginsWithTheErrorRate() {
        JsonNode first = get(REJECTION).json().at("/points/0");

        assertThat(first.get("rejected").doubleValue()).isZero();
        assertThat(first.get("threshold").doubleValue()).isZero();
        assertThat(first.get("errorRate").doubleValue())
                .isCloseTo(get(EVALUATION).json().get("errorRate").doubleValue(), within(1e-9));
    }

    @Test
    void theShareToRejectForHalfAPercentIsOneOfThePoints() {
        byte[] predicted = new byte[2_000];
        float[] confidences = new float[2_000];
        for (int i = 0; i < predicted.length; i++) {
            // 1 % wrong, and half of those among the 105 that it is least sure of.
            predicted[i] = (byte) ((i < 100 && i % 10 == 0) || i == 104 || i >= 1_991 ? 1 : 0);
            confidences[i] = 0.5f + i / 10_000f;
        }
        LabelledImages images = new LabelledImages(new Images(2_000, 1, new byte[2_000]), new byte[2_000]);

        RejectionResponse rejection = RejectionResponse.of(
                7, new Evaluation(images, new Predictions(0, predicted, confidences)).rejectionCurve());

        // Of 1,895 accepted, 9 are wrong; of 1,896, 10 were.
        assertThat(rejection.rejectedForHalfPercent()).isEqualTo(105 / 2_000.0);
        assertThat(rejection.points())
                .filteredOn(point -> point.rejected() == 105 / 2_000.0)
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.errorRate()).isEqualTo(9 / 1_895.0);
                    assertThat(point.threshold()).isEqualTo(0.51045, within(1e-6));
                });
    }

    @ParameterizedTest
    @CsvSource({"reliability, 640, confidence in %", "rejection, 480, rejected in %"})
    void bothArePicturesToo(String what, int height, String label) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                get(EVALUATION + "/" + what, "image/png").bytes()));

        assertThat(picture.getWidth()).isEqualTo(640);
        assertThat(picture.getHeight()).isEqualTo(height);
        assertThat(get(EVALUATION + "/" + what, "image/svg+xml").text()).contains("<svg", label);
    }

    @Test
    void aModelThatGuessesReachesNoHalfPercent() {
        long version = register(72);

        JsonNode rejection =
                get(MODELS + "/" + version + "/evaluation/rejection").json();

        assertThat(rejection.get("rejectedForHalfPercent").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/99999/evaluation/reliability|*/*|404|99999",
                "/nobody/evaluation/rejection|image/png|404|nobody",
                "/live/evaluation/reliability|text/csv|406|image/svg+xml",
                "/live/evaluation/rejection|text/csv|406|image/svg+xml"
            })
    void aRudeRequestGetsItsProblem(String path, String accept, int status, String fragment) {
        Answer refused = get(MODELS + path, accept);

        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.text()).contains(fragment);
    }
}

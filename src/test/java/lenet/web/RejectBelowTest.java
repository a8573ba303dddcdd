package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RejectBelowTest extends ServiceContract {

    private static final String PNG = "image/png";

    @Test
    void anAnswerBelowTheThresholdHasNoDigit() {
        JsonNode answer = post(CLASSIFICATIONS + "?rejectBelow=1", PNG, png(0)).json();

        assertThat(answer.has("digit")).isTrue();
        assertThat(answer.get("digit").isNull()).isTrue();
        assertThat(answer.get("rejected").booleanValue()).isTrue();
        assertThat(answer.get("confidence").doubleValue()).isLessThan(1);
        assertThat(answer.get("probabilities")).hasSize(10);
    }

    @Test
    void anAnswerAtTheThresholdIsAccepted() {
        JsonNode plain = post(CLASSIFICATIONS, PNG, png(0)).json();
        double confidence = plain.get("confidence").doubleValue();

        JsonNode same = post(CLASSIFICATIONS + "?rejectBelow=" + confidence, PNG, png(0))
                .json();
        JsonNode above = post(CLASSIFICATIONS + "?rejectBelow=" + Math.nextUp(confidence), PNG, png(0))
                .json();

        assertThat(same.get("digit")).isEqualTo(plain.get("digit"));
        assertThat(same.get("rejected").booleanValue()).isFalse();
        assertThat(above.get("rejected").booleanValue()).isTrue();
    }

    @Test
    void withoutAThresholdNothingIsSaidOfRejection() {
        JsonNode answer = post(CLASSIFICATIONS, PNG, png(0)).json();

        assertThat(answer.get("digit").isIntegralNumber()).isTrue();
        assertThat(answer.has("rejected")).isFalse();
    }

    @Test
    void everyFileOfAFormIsAcceptedOrRejectedByItself() {
        Form form = new Form().file("file", "0.png", png(0)).file("file", "1.png", png(1));
        double first =
                post(CLASSIFICATIONS, PNG, png(0)).json().get("confidence").doubleValue();
        double second =
                post(CLASSIFICATIONS, PNG, png(1)).json().get("confidence").doubleValue();
        assertThat(first).isNotEqualTo(second);

        JsonNode predictions = postForm(CLASSIFICATIONS + "?rejectBelow=" + Math.max(first, second), form)
                .json()
                .get("predictions");

        assertThat(predictions.at("/0/rejected").booleanValue()).isEqualTo(first < second);
        assertThat(predictions.at("/0/digit").isNull()).isEqualTo(first < second);
        assertThat(predictions.at("/1/rejected").booleanValue()).isEqualTo(second < first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"pixels\":%s}", "{\"images\":[%s]}"})
    void pixelsAreRejectedToo(String form) {
        String pixels = get("/api/v1/dataset/test/0").json().get("pixels").toString();

        String answer = post(
                        CLASSIFICATIONS + "?rejectBelow=1",
                        "application/json",
                        form.formatted(pixels).getBytes(StandardCharsets.UTF_8))
                .text();

        assertThat(answer).contains("\"digit\":null", "\"rejected\":true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rejectBelow=1.01|must be a number from 0 to 1",
                "rejectBelow=-0.01|must be a number from 0 to 1",
                "rejectBelow=NaN|must be a number from 0 to 1",
                "rejectBelow=Infinity|must be a number from 0 to 1",
                "rejectBelow=abc|must be a number from 0 to 1",
                "rejectBelow=|must have a value",
                "rejectBelow=0.5,0.6|must be a number from 0 to 1",
                "rejectBelow=0.9f|must be a number from 0 to 1",
                "rejectBelow=0x1p-1|must be a number from 0 to 1",
                "rejectBelow=%2B0.9|must be a number from 0 to 1",
                "rejectBelow=.9|must be a number from 0 to 1",
                "rejectBelow=+0.9|must be a number from 0 to 1",
                "rejectBelow=0.9%20|must be a number from 0 to 1",
                "rejectBelow=0.5&rejectBelow=0.6|must be given once, found 2 times"
            })
    void aThresholdThatIsNoneIsRefused(String query, String message) {
        Answer raw = post(CLASSIFICATIONS + "?" + query, PNG, png(0));
        Answer form = postForm(CLASSIFICATIONS + "?" + query, new Form().file("file", "0.png", png(0)));
        Answer pixels = post(CLASSIFICATIONS + "?" + query, "application/json", new byte[] {'{', '}'});

        for (Answer refused : new Answer[] {raw, form, pixels}) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.json().get("type").asString()).isEqualTo("/problems/invalid-fields");
            assertThat(refused.json().get("detail").asString()).isEqualTo("rejectBelow " + message);
        }
    }
}

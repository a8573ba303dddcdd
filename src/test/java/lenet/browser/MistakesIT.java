package lenet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenet.classification.ModelEvaluations;
import lenet.evaluation.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where one sees what a network takes for what; with the bundled model. */
class MistakesIT extends ViewTest {

    @Autowired
    ModelEvaluations evaluations;

    MistakesIT() {
        super("mistakes.html?model=1");
    }

    @Test
    void theMatrixCountsWhatTheModelTakesForWhat() {
        settled();

        Evaluation evaluation = evaluations.evaluate(1);
        int[][] counts = evaluation.confusionMatrix().counts();
        for (int label = 0; label < 10; label++) {
            for (int predicted = 0; predicted < 10; predicted++) {
                assertThat(cell(label, predicted).innerText()).isEqualTo(Integer.toString(counts[label][predicted]));
            }
        }
        see("#figures")
                .containsText(String.format(
                        Locale.ROOT,
                        "%.2f %% of 10,000 test digits right; %d wrong",
                        100 * evaluation.accuracy(),
                        evaluation.examples(false).size()));
    }

    @Test
    void whatItsConfidenceIsWorthIsSaidAndDrawn() {
        settled();

        double error = evaluations.evaluate(1).reliability().expectedCalibrationError();
        see("#reliability-text").containsText(String.format(Locale.ROOT, "%.2f %% apart", 100 * error));
        see("#rejection-text").containsText("No more than 0.5 % are wrong without rejecting any.");
        assertThat(widthOnceDrawn("#reliability")).isEqualTo(640);
        assertThat(widthOnceDrawn("#rejection")).isEqualTo(640);
    }

    @Test
    void aCellOpensOnItsDigits() {
        cell(9, 4).click();

        see("#examples-heading").hasText("9 taken for 4");
        see("#examples li").hasCount(Integer.parseInt(cell(9, 4).innerText()));
        see(page.locator("#examples .digit").first()).containsText("9 → 4");
        see(cell(9, 4)).hasAttribute("aria-pressed", "true");
        assertThat(page.url()).contains("label=9", "predicted=4");
    }

    @Test
    void aDigitLeadsInsideTheNetworkThatMistookIt() {
        cell(9, 4).click();
        see("#examples-heading").hasText("9 taken for 4");

        page.locator("#examples a").first().click();

        see("#seen-caption").hasText("The 28×28 picture that it sees, labelled 9.");
        see("#digit").hasText("4");
    }

    @Test
    void theWorstErrorsComeFirst() {
        settled();

        List<String> captions = page.locator("#examples .digit").allInnerTexts();
        assertThat(captions).hasSize(evaluations.evaluate(1).examples(false).size());
        assertThat(captions.stream().map(MistakesIT::share).toList())
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void theMatrixIsOneStopOfTheTabKeyAndArrowsMoveInIt() {
        settled();
        assertThat(page.locator("#matrix button[tabindex='0']").count()).isEqualTo(1);
        cell(0, 0).focus();

        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        see(cell(1, 1)).isFocused();
        page.keyboard().press("Enter");

        see("#examples-heading").hasText("1 known as 1");
        see("#examples-help").containsText("100 of 1,");
        see(cell(1, 1)).isFocused();
    }

    @Test
    void aCellComesBackWithTheBackButton() {
        cell(9, 4).click();
        see("#examples-heading").hasText("9 taken for 4");
        page.locator("#worst").click();
        see("#examples-heading").hasText("The worst errors");

        page.goBack();

        see("#examples-heading").hasText("9 taken for 4");
    }

    @Test
    void anUnknownModelIsMissedInWords() {
        page.navigate(address("mistakes.html?model=99999"));

        see("#problem").containsText("99999");
        complaints.expect("Failed to load resource: the server responded with a status of 404 ()");
    }

    @Test
    void aServiceThatIsGoneIsMissedAndAskedAgain() {
        settled();
        page.route("**/api/v1/**", route -> route.abort());
        cell(9, 4).click();
        see("#problem").containsText("does not answer");

        page.unroute("**/api/v1/**");

        see("#examples-heading").hasText("9 taken for 4", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
        see("#problem").isHidden();
        assertThat(complaints.heard()).isNotEmpty().allMatch(text -> text.contains("ERR_FAILED"));
    }

    @ParameterizedTest
    @CsvSource({
        "mistakes-light, 1280, 900, LIGHT",
        "mistakes-narrow, 360, 740, LIGHT",
        "mistakes-wide, 3840, 2160, DARK"
    })
    void theViewIsAccessibleAndFits(String name, int width, int height, ColorScheme scheme) {
        open(width, height, scheme);
        cell(9, 4).click();
        see("#examples-heading").hasText("9 taken for 4");
        settled();
        widthOnceDrawn("#reliability");
        widthOnceDrawn("#rejection");

        isAccessibleAndFits(name);
    }

    private Object widthOnceDrawn(String chart) {
        return page.locator(chart).evaluate("image => image.decode().then(() => image.naturalWidth)");
    }

    private Locator cell(int label, int predicted) {
        return page.locator("#matrix tbody tr").nth(label).locator("button").nth(predicted);
    }

    private static double share(String caption) {
        Matcher percent = Pattern.compile("([\\d.]+)\\s%", Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(caption);
        assertThat(percent.find()).as(caption).isTrue();
        return Double.parseDouble(percent.group(1));
    }
}

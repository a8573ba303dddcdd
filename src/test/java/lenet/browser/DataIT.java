package lenet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where one leafs through MNIST. */
class DataIT extends ViewTest {

    @Autowired
    Dataset dataset;

    DataIT() {
        super("data.html");
    }

    @Test
    void everySplitIsOfferedWithItsSize() {
        see("#splits label").hasText(new String[] {"train, 55,000", "validation, 5,000", "test, 10,000"});
        see("#pages").containsText("Page 1 of 917, 55,000 pictures");
    }

    @Test
    void theFilterLeavesOneDigit() {
        page.locator("#label").selectOption("7");

        see("#pages").containsText("6,");
        assertThat(labels()).hasSize(60).containsOnly("7");
        see("#balance .most").containsText("7");
    }

    @Test
    void pagesFollowEachOther() {
        page.locator("input[value=test]").check();
        see("#pages").containsText("Page 1 of 167");
        page.locator("#pages button", new Page.LocatorOptions().setHasText("Next"))
                .click();

        see("#pages").containsText("Page 2 of 167");
        see(page.locator("#pictures .digit").first())
                .hasText(Pattern.compile(dataset.split(Split.TEST).label(60) + "#60.*"));

        page.locator("#pages button", new Page.LocatorOptions().setHasText("Previous"))
                .click();
        see("#pages").containsText("Page 1 of 167");
    }

    @Test
    void theClassesAreCounted() {
        page.locator("input[value=test]").check();

        see("#balance li").hasCount(10);
        see(page.locator("#balance li").nth(5)).containsText("892, 8.9 %");
    }

    @Test
    void aRandomSampleIsDrawnAndLeft() {
        settled();
        List<String> before = page.locator("#pictures .digit").allInnerTexts();
        page.locator("#random").click();

        see("#pictures-heading").hasText("Pictures, 60 at random");
        assertThat(page.locator("#pictures .digit").allInnerTexts()).hasSize(60).isNotEqualTo(before);

        page.locator("#ordered").click();
        see("#pictures-heading").hasText("Pictures");
    }

    @Test
    void aPlaceInTheDataHasAnAddress() {
        page.navigate(address("data.html?split=validation&label=3&page=2"));
        settled();

        see("#pages").containsText("Page 3 of");
        see("input[value=validation]").isChecked();
        assertThat(labels()).containsOnly("3");
    }

    @Test
    void aPictureLeadsInsideTheNetwork() {
        page.navigate(address("data.html?split=test&label=7"));
        settled();

        page.locator("#pictures a").first().click();

        see("#seen-caption").hasText("The 28×28 picture that it sees, labelled 7.");
    }

    @Test
    void theFilesAreKnownByTheirChecksums() {
        see("#facts").containsText(dataset.fingerprint());
        see("#facts").containsText("27ae3e4e09519cfbb04c329615203637");
    }

    @Test
    void aSplitThatIsNotThereIsMissedInWords() {
        page.navigate(address("data.html?split=holdout"));

        see("#problem").containsText("there is no 'holdout'");
        complaints.expect("Failed to load resource: the server responded with a status of 404 ()");
    }

    @Test
    void aServiceThatIsGoneIsMissedAndAskedAgain() {
        settled();
        page.route("**/api/v1/**", route -> route.abort());
        page.locator("#label").selectOption("7");
        see("#problem").containsText("does not answer");

        page.unroute("**/api/v1/**");

        see("#pictures-heading").hasText("Pictures of 7", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
        see("#problem").isHidden();
        assertThat(complaints.heard()).isNotEmpty().allMatch(text -> text.contains("ERR_FAILED"));
    }

    @ParameterizedTest
    @CsvSource({"data-light, 1280, 900, LIGHT", "data-narrow, 360, 740, LIGHT", "data-wide, 3840, 2160, DARK"})
    void theViewIsAccessibleAndFits(String name, int width, int height, ColorScheme scheme) {
        open(width, height, scheme);
        page.locator("#label").selectOption("7");
        see("#pictures-heading").hasText("Pictures of 7");
        settled();

        isAccessibleAndFits(name);
    }

    private List<String> labels() {
        return page.locator("#pictures .digit span:nth-of-type(1)").allInnerTexts();
    }
}

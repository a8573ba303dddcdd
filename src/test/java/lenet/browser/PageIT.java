package lenet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.image.GrayImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page at /, as somebody uses it who would rather look than read. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit and Spring set the fields.
class PageIT {

    @Autowired
    Dataset dataset;

    @LocalServerPort
    int port;

    private Playwright playwright;
    private Browser browser;
    private BrowserContext context;
    private Page page;
    private Complaints complaints;

    @BeforeAll
    void openTheBrowser() {
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @BeforeEach
    void openThePage() {
        open(1280, 900, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingToComplainOf() {
        assertThat(complaints.heard()).isEmpty();
        context.close();
    }

    @AfterAll
    void closeTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void aSevenDrawnWithTheMouseIsASeven() {
        draw(new double[][] {{70, 60}, {200, 60}, {130, 230}});

        digit().hasText("7");
        PlaywrightAssertions.assertThat(page.locator("#probabilities li.most")).containsText("7");
        PlaywrightAssertions.assertThat(page.locator("#model")).containsText("answered");
    }

    @Test
    void theNetworkIsSeenThinking() {
        draw(new double[][] {{70, 60}, {200, 60}, {130, 230}});

        PlaywrightAssertions.assertThat(page.locator("#layers h3")).hasCount(8);
        PlaywrightAssertions.assertThat(page.locator("#layers h3").nth(1)).containsText("C1: 6 maps of 28×28");
        PlaywrightAssertions.assertThat(page.locator("#layers .maps").nth(3).locator("canvas"))
                .hasCount(16);
    }

    @Test
    void thePictureThatTheNetworkSawIsShown() {
        draw(new double[][] {{140, 40}, {140, 240}});

        Locator seen = page.locator("#seen");
        PlaywrightAssertions.assertThat(seen).isVisible();
        assertThat(seen.evaluate("image => image.decode().then(() => image.naturalWidth)"))
                .isEqualTo(28);
    }

    @Test
    void aOneIsDrawnByKeyboard() {
        page.locator("#paper").focus();
        press("ArrowUp", 9);
        press("Space", 1);
        press("ArrowDown", 18);
        press("Space", 1);

        digit().hasText("1");
    }

    @Test
    void whatIsUndoneOrClearedIsForgotten() {
        draw(new double[][] {{140, 40}, {140, 240}});
        digit().hasText("1");

        page.locator("#undo").click();
        digit().hasText("–");
        PlaywrightAssertions.assertThat(page.locator("#undo")).isDisabled();

        draw(new double[][] {{140, 40}, {140, 240}});
        digit().hasText("1");
        page.locator("#clear").click();
        digit().hasText("–");
        PlaywrightAssertions.assertThat(page.locator("#layers")).containsText("Nothing drawn yet");
    }

    @Test
    void aTestDigitIsShownWithItsLabel() {
        page.locator("#random").click();

        PlaywrightAssertions.assertThat(page.locator("#seen-caption")).hasText(Pattern.compile(".*labelled [0-9]\\."));
        PlaywrightAssertions.assertThat(page.locator("#digit")).hasText(Pattern.compile("[0-9]"));
    }

    @Test
    void aPictureFileIsOpened() {
        byte[] seven =
                GrayImage.of(28, 28, dataset.split(Split.TEST).images().copy(0)).toPng();
        page.locator("#file").setInputFiles(new FilePayload("seven.png", "image/png", seven));

        digit().hasText("7");
    }

    @Test
    void aFileThatIsNoPictureIsRefusedInWords() {
        page.locator("#file")
                .setInputFiles(new FilePayload("a.txt", "text/plain", "seven".getBytes(StandardCharsets.UTF_8)));

        PlaywrightAssertions.assertThat(page.locator("#problem")).containsText("a.txt is text/plain");
    }

    @Test
    void aDamagedPictureIsRefusedInWords() {
        page.locator("#file")
                .setInputFiles(new FilePayload("a.png", "image/png", "seven".getBytes(StandardCharsets.UTF_8)));

        PlaywrightAssertions.assertThat(page.locator("#problem")).containsText("a.png cannot be read");
    }

    @Test
    void aServerThatIsGoneIsMissedAndAskedAgain() {
        page.route("**/api/v1/classifications**", route -> route.abort());
        draw(new double[][] {{140, 40}, {140, 240}});
        PlaywrightAssertions.assertThat(page.locator("#problem")).containsText("does not answer");

        page.unroute("**/api/v1/classifications**");

        digit().hasText("1", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
        PlaywrightAssertions.assertThat(page.locator("#problem")).isHidden();
        assertThat(complaints.heard()).isNotEmpty().allMatch(text -> text.contains("ERR_FAILED"));
    }

    @ParameterizedTest
    @CsvSource({
        "page-light, 1280, 900, LIGHT",
        "page-dark, 1280, 900, DARK",
        "page-narrow, 360, 740, LIGHT",
        "page-wide, 3840, 2160, DARK"
    })
    void thePageIsAccessibleAndFits(String name, int width, int height, ColorScheme scheme) {
        context.close();
        open(width, height, scheme);
        draw(new double[][] {{70, 60}, {200, 60}, {130, 230}});

        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations())
                .isEmpty();
    }

    private void open(int width, int height, ColorScheme scheme) {
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
        page = context.newPage();
        complaints = new Complaints(page, "http://localhost:" + port + "/");
        page.navigate("http://localhost:" + port + "/");
    }

    /** One stroke through points of the paper, which has 280×280. */
    private void draw(double[][] points) {
        Locator paper = page.locator("#paper");
        paper.scrollIntoViewIfNeeded();
        BoundingBox box = Objects.requireNonNull(paper.boundingBox());
        double scale = box.width / 280;
        page.mouse().move(box.x + points[0][0] * scale, box.y + points[0][1] * scale);
        page.mouse().down();
        for (double[] point : points) {
            page.mouse().move(box.x + point[0] * scale, box.y + point[1] * scale, new Mouse.MoveOptions().setSteps(8));
        }
        page.mouse().up();
        PlaywrightAssertions.assertThat(page.locator("main")).hasAttribute("aria-busy", "false");
    }

    private void press(String key, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press(key);
        }
    }

    private LocatorAssertions digit() {
        return PlaywrightAssertions.assertThat(page.locator("#digit"));
    }
}

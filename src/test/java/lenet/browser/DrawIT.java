package lenet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.image.GrayImage;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where one draws a digit and looks inside the network. */
class DrawIT extends ViewTest {

    @Autowired
    Dataset dataset;

    DrawIT() {
        super("");
    }

    @Test
    void aSevenDrawnWithTheMouseIsASeven() {
        draw(new double[][] {{70, 60}, {200, 60}, {130, 230}});

        digit().hasText("7");
        see("#probabilities li.most").containsText("7");
        see("#model").containsText("answered");
    }

    @Test
    void theNetworkIsSeenThinking() {
        draw(new double[][] {{70, 60}, {200, 60}, {130, 230}});

        see("#layers h3").hasCount(8);
        see(page.locator("#layers h3").nth(1)).containsText("C1: 6 maps of 28×28");
        see(page.locator("#layers .maps").nth(3).locator("canvas")).hasCount(16);
    }

    @Test
    void thePictureThatTheNetworkSawIsShown() {
        draw(new double[][] {{140, 40}, {140, 240}});

        Locator seen = page.locator("#seen");
        see(seen).isVisible();
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
        see("#undo").isDisabled();

        draw(new double[][] {{140, 40}, {140, 240}});
        digit().hasText("1");
        page.locator("#clear").click();
        digit().hasText("–");
        see("#layers").containsText("Nothing drawn yet");
    }

    @Test
    void aTestDigitIsShownWithItsLabel() {
        page.locator("#random").click();

        see("#seen-caption").hasText(Pattern.compile(".*labelled [0-9]\\."));
        see("#digit").hasText(Pattern.compile("[0-9]"));
    }

    @Test
    void theAnswerSaysHowLongTheNetworkTook() {
        draw(new double[][] {{140, 40}, {140, 240}});

        see("#model")
                .hasText(Pattern.compile(
                        "Model \\d+ answered, .* in [\\d,]+ µs, [\\d.]+ ms with the way there and back\\."));
    }

    @Test
    void theLearnedKernelsAreShown() {
        see("#kernels h3").hasCount(3);
        see(page.locator("#kernels h3").nth(1)).containsText("C3: 16×6 kernels of 5×5");
        assertThat(page.locator("#kernels canvas").nth(1).evaluate("""
                        canvas => new Set(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data).size"""))
                .as("shades")
                .asInstanceOf(InstanceOfAssertFactories.INTEGER)
                .isGreaterThan(50);
    }

    @Test
    void aPictureOfTheDataSetIsLookedIntoByItsAddress() {
        page.navigate(address("?split=test&index=1901&model=1"));

        see("#seen-caption").hasText("The 28×28 picture that it sees, labelled 9.");
        digit().hasText("4");
        see("#asked").containsText("Model 1 is asked here.");
    }

    @Test
    void aPictureThatIsNotThereIsMissedInWords() {
        page.navigate(address("?split=test&index=10000"));

        see("#problem").containsText("10000");
        complaints.expect("Failed to load resource: the server responded with a status of 404 ()", 2);
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

        see("#problem").containsText("a.txt is text/plain");
    }

    @Test
    void aDamagedPictureIsRefusedInWords() {
        page.locator("#file")
                .setInputFiles(new FilePayload("a.png", "image/png", "seven".getBytes(StandardCharsets.UTF_8)));

        see("#problem").containsText("a.png cannot be read");
    }

    @Test
    void aServerThatIsGoneIsMissedAndAskedAgain() {
        page.route("**/api/v1/classifications**", route -> route.abort());
        // The view is busy with each new try, so that it never settles.
        stroke(new double[][] {{140, 40}, {140, 240}});
        see("#problem").containsText("does not answer");

        page.unroute("**/api/v1/classifications**");

        digit().hasText("1", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
        see("#problem").isHidden();
        assertThat(complaints.heard()).isNotEmpty().allMatch(text -> text.contains("ERR_FAILED"));
    }

    @ParameterizedTest
    @CsvSource({"draw-light, 1280, 900, LIGHT", "draw-narrow, 360, 740, LIGHT", "draw-wide, 3840, 2160, DARK"})
    void thePageIsAccessibleAndFits(String name, int width, int height, ColorScheme scheme) {
        open(width, height, scheme);
        draw(new double[][] {{70, 60}, {200, 60}, {130, 230}});

        isAccessibleAndFits(name);
    }

    /** One stroke, and what is made of it. */
    private void draw(double[][] points) {
        stroke(points);
        settled();
    }

    /** One stroke through points of the paper, which has 280×280. */
    private void stroke(double[][] points) {
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
    }

    private void press(String key, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press(key);
        }
    }

    private LocatorAssertions digit() {
        return see("#digit");
    }
}

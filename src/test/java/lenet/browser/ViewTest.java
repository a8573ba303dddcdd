package lenet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import lenet.testing.Needs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * One view of the page, in a browser, on a service that all views share. After each test nothing may stand on the
 * browser's console and nothing may have been asked of a foreign host.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Needs.Browser
@SuppressWarnings("NullAway.Init") // JUnit and Spring set the fields.
abstract class ViewTest {

    @LocalServerPort
    int port;

    Page page;
    Complaints complaints;

    private final String path;
    private Playwright playwright;
    private BrowserContext context;

    /** @param path of the view, from the page's root */
    ViewTest(String path) {
        this.path = path;
    }

    @BeforeAll
    void openTheBrowser() {
        playwright = Chromium.playwright();
        context = Chromium.launch(playwright).newContext();
    }

    @BeforeEach
    void openTheView() {
        open(1280, 900, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingToComplainOf() {
        assertThat(complaints.heard()).isEmpty();
        page.close();
    }

    @AfterAll
    void closeTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** Opens the view in a new window of that size, and shuts the one before. */
    void open(int width, int height, ColorScheme scheme) {
        if (page != null) {
            page.close();
        }
        page = context.newPage();
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        complaints = new Complaints(page, address(""));
        page.navigate(address(path));
    }

    String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    /** Waits until the view shows what it was asked for. */
    void settled() {
        see("main").hasAttribute("aria-busy", "false");
    }

    LocatorAssertions see(String selector) {
        return see(page.locator(selector));
    }

    static LocatorAssertions see(Locator locator) {
        return PlaywrightAssertions.assertThat(locator);
    }

    /** Keeps a picture of the whole view, and asks axe whether everybody can use it; it is as wide as the window. */
    void isAccessibleAndFits(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(page.viewportSize().width);
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations())
                .isEmpty();
    }
}

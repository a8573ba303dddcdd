package lenet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import lenet.faults.NodeProcess;
import lenet.testing.Needs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page under which the service is killed in the middle of a job, and started again. */
@Needs.Browser
class KilledServiceIT {

    private static final double PATIENCE_MILLIS = 90_000;
    private static final int EPOCHS = 12;
    private static final String JOB = """
            {"name": "survivor", "epochs": %d, "trainingImages": 10000, "promote": "never"}
            """.formatted(EPOCHS);

    @TempDir
    Path folder;

    @Test
    void theCurvesGoOnWhenTheServiceIsBack() {
        String database = "jdbc:h2:file:" + folder.resolve("lenet") + ";DB_CLOSE_ON_EXIT=FALSE";
        try (NodeProcess node = new NodeProcess("page", List.of("--spring.datasource.url=" + database));
                Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            node.start();
            node.awaitReady();
            Page page = browser.newPage();
            page.navigate(node.address() + "train.html");
            see(page, "#curves-help").hasText("No job yet: start one.");
            node.submit(JOB);
            see(page, "#legend").containsText("survivor: epoch ", patiently());
            see(page, ".job .figures").containsText("RUNNING");

            node.kill();
            see(page, "#problem").containsText("The service does not answer", patiently());
            node.start();

            see(page, "#problem").isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MILLIS));
            see(page, ".job .figures").containsText("COMPLETED", patiently());
            see(page, ".job").containsText("started 2 times");
            page.locator(".job summary").first().click();
            Locator epochs = page.locator(".job tbody tr td:first-child");
            assertThat(epochs.allInnerTexts())
                    .isEqualTo(IntStream.rangeClosed(1, EPOCHS)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    private static LocatorAssertions see(Page page, String selector) {
        return PlaywrightAssertions.assertThat(page.locator(selector).first());
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}

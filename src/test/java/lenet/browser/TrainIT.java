package lenet.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lenet.training.JobState;
import lenet.training.TrainingJob;
import lenet.training.TrainingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where one trains: real jobs, from a form, with curves that grow. */
@SuppressWarnings("NullAway.Init") // Spring sets the fields.
class TrainIT extends ViewTest {

    private static final double PATIENCE_MILLIS = 30_000;

    @Autowired
    TrainingService training;

    TrainIT() {
        super("train.html");
    }

    @AfterEach
    void nothingGoesOnTraining() {
        for (JobState state : List.of(JobState.QUEUED, JobState.RUNNING, JobState.PAUSED)) {
            training.list(state, 0, 100).jobs().forEach(job -> training.cancel(job.id()));
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> training.list(JobState.RUNNING, 0, 1).total() == 0);
    }

    @Test
    void aJobFromTheFormIsSeenToItsEnd() {
        UUID job = start("seen to its end", 3, 5000);

        panel("seen to its end", "COMPLETED");
        see("#legend").containsText("epoch 3: loss");
        page.locator("#panels summary", hasText("Epochs as a table")).click();
        see(page.locator("#panels table").first().locator("tbody tr")).hasCount(3);
        assertThat(inkOf("#loss canvas")).as("pixels drawn").isGreaterThan(500);
        see("#panels a", "Its mistakes").isVisible();
        see("#panels").containsText("99.58 % of model 1, which stays live.");
        TrainingJob ended = training.find(job);
        assertThat(ended.recipe().trainingImages()).isEqualTo(5000);
    }

    @Test
    void theCurvesGrowWhileTheJobRuns() {
        start("it grows", 500, 5000);

        see("#legend").containsText("it grows: epoch ", patiently());
        int early = lastEpoch();
        await().atMost(Duration.ofSeconds(20)).pollInSameThread().until(() -> lastEpoch() > early + 3);

        see("#legend").containsText("best epoch", patiently());
        see(page.locator("#panels .help").first()).containsText("images/s");
        see(page.locator("#panels .help").first()).containsText("left");
    }

    @Test
    void aRunningJobIsPausedResumedCancelledAndDeleted() {
        UUID job = start("stopped and gone on", 1000, 5000);
        panel("stopped and gone on", "RUNNING");

        press("Pause");
        panel("stopped and gone on", "PAUSED");
        press("Resume");
        panel("stopped and gone on", "RUNNING");
        press("Cancel");
        panel("stopped and gone on", "CANCELLED");
        page.locator("#panels summary", hasText("History")).click();
        see("#panels").containsText("PAUSED");

        press("Delete");
        page.locator("dialog button", hasText("Delete")).first().click();
        see("#status").hasText("The job is gone.");
        assertThat(training.findAll(List.of(job))).isEmpty();
    }

    @Test
    void aReloadInMidJobFindsIt() {
        start("found again", 1000, 5000);
        panel("found again", "RUNNING");

        page.reload();
        panel("found again", "RUNNING");

        page.navigate(address("train.html"));
        panel("found again", "RUNNING");
    }

    @Test
    void twoJobsAreLaidOverEachOther() {
        start("one of two", 2, 1000);
        panel("one of two", "COMPLETED");
        start("two of two", 2, 1000);

        see("#legend li").hasCount(2);
        see("#legend").containsText("one of two: epoch 2");
        see("#legend").containsText("two of two: epoch 2", patiently());

        row("one of two").locator("input").uncheck();
        see("#legend li").hasCount(1);
    }

    @ParameterizedTest
    @CsvSource({"The article's, 20, 32, sgd", "Fast, 3, 32, nesterov", "Accurate, 80, 64, adam"})
    void aRecipeFillsTheForm(String recipe, String epochs, String batchSize, String optimiser) {
        page.locator("#recipes button", hasText(recipe)).click();

        see("#field-epochs").hasValue(epochs);
        see("#field-batchSize").hasValue(batchSize);
        see("#field-optimiser").hasValue(optimiser);
        see("#recipe-help").containsText(recipe + ": ");
    }

    @Test
    void anArchitectureThatIsNotThereIsMissedInWords() {
        page.navigate(address("train.html?architecture=lenet9"));
        see("#form .start").isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));

        see("#problem").hasText("There is no architecture “lenet9”; there are lenet5, lenet5-1998, lenet4, lenet1.");
    }

    @Test
    void onlySettingsOfTheChosenOptimiserAreOffered() {
        see("#field-momentum").isVisible();
        see("#field-beta1").isHidden();

        page.locator("#field-optimiser").selectOption("adam");

        see("#field-momentum").isHidden();
        see("#field-beta1").isVisible();
    }

    @Test
    void everyFieldSaysItsBoundsAndWhatItDoes() {
        see("#field-epochs-help").hasText("Passes over the training images. 1 to 1,000. Default: 20.");
        see("#field-learningRate-help").containsText("Above 0, at most 10.");
    }

    @Test
    void aValueOutOfBoundsIsRefusedAtItsField() {
        page.locator("#field-epochs").fill("1001");
        page.locator("#form .start").click();

        see("#field-epochs-complaint").containsText("1000");
        see("#field-epochs").hasAttribute("aria-invalid", "");
        see("#field-epochs").isFocused();
        see("#problem").containsText("epochs");
        complaints.expect("Failed to load resource: the server responded with a status of 422 ()");
    }

    @Test
    void aJobThatFailedSaysWhy() {
        see("#field-learningRate").isVisible();
        page.locator("#field-learningRate").fill("10");
        unfold("Regularisation and data");
        page.locator("#field-weightDecay").fill("1");
        start("too fast", 3, 2000);

        panel("too fast", "FAILED");
        see("#panels .figures").containsText("diverged");
    }

    @Test
    void jobsAreSortedAndFiltered() {
        start("zebra", 1, 500);
        panel("zebra", "COMPLETED");
        start("aardvark", 1, 500);
        panel("aardvark", "COMPLETED");

        page.locator("#jobs .sort", hasText("Name")).click();
        see(page.locator("#jobs tbody tr th").first()).hasText("aardvark");
        page.locator("#jobs .sort", hasText("Name")).click();
        see(page.locator("#jobs tbody tr th").first()).hasText("zebra");
        page.locator("#state").selectOption("PAUSED");
        see("#jobs tbody").containsText("There are none.");
    }

    @Test
    void aJobThatIsTheOnlyOneIsCountedAsOne() {
        start("only one", 1000, 5000);
        press("Pause");
        panel("only one", "PAUSED");

        page.locator("#state").selectOption("PAUSED");

        see(".pager span").hasText("Page 1 of 1, 1 job");
    }

    @Test
    void aServiceThatIsGoneIsMissedAndAskedAgain() {
        settled();
        page.route("**/api/v1/**", route -> route.abort());
        see("#problem").containsText("does not answer", patiently());

        page.unroute("**/api/v1/**");

        see("#problem").isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(complaints.heard()).isNotEmpty().allMatch(text -> text.contains("ERR_FAILED"));
    }

    @ParameterizedTest
    @CsvSource({"train-light, 1280, 900, LIGHT", "train-narrow, 360, 740, LIGHT", "train-wide, 3840, 2160, DARK"})
    void theViewIsAccessibleAndFits(String name, int width, int height, ColorScheme scheme) {
        open(width, height, scheme);
        start("looked at", 5, 2000);
        panel("looked at", "COMPLETED");
        page.locator("#panels summary", hasText("Epochs as a table")).click();
        settled();

        isAccessibleAndFits(name);
    }

    private UUID start(String name, int epochs, int images) {
        see("#form .start").isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        page.locator("#field-name").fill(name);
        page.locator("#field-epochs").fill(Integer.toString(epochs));
        unfold("Regularisation and data");
        page.locator("#field-trainingImages").fill(Integer.toString(images));
        page.locator("#form .start").click();
        see("#status").hasText(name + " is in the queue.");
        return training.list(null, 0, 1).jobs().get(0).id();
    }

    /** The number of the last epoch that the legend tells of. */
    private int lastEpoch() {
        return Integer.parseInt(page.locator("#legend").innerText().replaceAll("(?s).*?: epoch (\\d+):.*", "$1"));
    }

    private void unfold(String group) {
        Locator folded = page.locator("#form details", hasText(group));
        if (folded.getAttribute("open") == null) {
            folded.locator("summary").click();
        }
    }

    /** Waits until the job's panel shows that state. */
    private void panel(String name, String state) {
        see(page.locator(".job[aria-label='" + name + "'] .figures")).containsText(state, patiently());
    }

    private void press(String button) {
        page.locator("#panels .buttons button", hasText(button)).first().click();
    }

    private Locator row(String name) {
        return page.locator("#jobs tbody tr", hasText(name)).first();
    }

    private LocatorAssertions see(String selector, String text) {
        return see(page.locator(selector, hasText(text)).first());
    }

    /** How many pixels of a canvas are not blank. */
    private int inkOf(String canvas) {
        Object ink = page.locator(canvas).first().evaluate("""
                canvas => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data
                    .filter((value, i) => i % 4 === 3 && value > 0).length""");
        return ((Number) ink).intValue();
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}

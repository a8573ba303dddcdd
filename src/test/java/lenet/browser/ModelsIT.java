package lenet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lenet.model.BundledModel;
import lenet.model.ModelAliases;
import lenet.model.ModelRegistry;
import lenet.model.Scores;
import lenet.model.TrainedModel;
import lenet.network.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where one looks at models, and moves what is live; beside the bundled one stands one that has learned nothing. */
@SuppressWarnings("NullAway.Init") // Spring sets the fields.
class ModelsIT extends ViewTest {

    @Autowired
    ModelRegistry registry;

    @Autowired
    ModelAliases aliases;

    private long untrained;

    ModelsIT() {
        super("models.html");
    }

    @BeforeAll
    void registerAnotherModel() {
        TrainedModel bundled = BundledModel.load();
        untrained = registry.add(new TrainedModel(
                        bundled.architecture(),
                        bundled.scaling(),
                        Parameters.initial(bundled.architecture(), 7),
                        bundled.provenance(),
                        new Scores(0.1, 2.3, 0.1, 2.3)))
                .version();
    }

    @BeforeEach
    void theBundledModelIsLive() {
        aliases.promote(1, "a test of the page");
        page.reload();
        settled();
    }

    @AfterEach
    void goBack() {
        aliases.promote(1, "the end of a test");
    }

    @Test
    void aModelIsPromotedAndRolledBack() {
        row(untrained).locator(".link").click();
        see("#details h3").hasText("Model " + untrained);
        page.locator("#promote").click();
        see("dialog")
                .containsText("Its validation accuracy is 10.00 %%, that of model 1, live now, %s."
                        .formatted(percent(BundledModel.load().scores().validationAccuracy())));
        answer("Make it live");

        see("#status").hasText("Model " + untrained + " is live.");
        see("#live").containsText("Model " + untrained + ", since");
        assertThat(aliases.liveVersion()).hasValue(untrained);

        page.locator("#live button").click();
        answer("Roll back");

        see("#status").hasText("live points at model 1 again.");
        see("#live").containsText("Model 1, since");
        assertThat(aliases.liveVersion()).hasValue(1L);
    }

    @Test
    void nothingIsPromotedWithoutAYes() {
        row(untrained).locator(".link").click();
        see("#details h3").hasText("Model " + untrained);
        page.locator("#promote").click();
        see("dialog").isVisible();

        page.keyboard().press("Escape");

        see("dialog").hasCount(0);
        assertThat(aliases.liveVersion()).hasValue(1L);
    }

    @Test
    void aPromotionThatComesTooLateChangesNothing() {
        row(untrained).locator(".link").click();
        see("#details h3").hasText("Model " + untrained);
        page.locator("#promote").click();
        see("dialog").isVisible();
        aliases.promote(untrained, "somebody else");
        aliases.promote(1, "somebody else");
        long third = registry.add(variant(8)).version();
        aliases.promote(third, "somebody else");

        answer("Make it live");

        see("#problem").containsText("live");
        assertThat(aliases.liveVersion()).hasValue(third);
        complaints.expect("Failed to load resource: the server responded with a status of 409 ()");
    }

    private static double accuracyOfTheBundledModel() {
        return BundledModel.load().scores().testAccuracy();
    }

    /** As the page writes it. */
    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    @Test
    void twoModelsAreCompared() {
        row(1).locator("input").check();
        row(untrained).locator("input").check();

        see("#comparison .figures").containsText(percent(accuracyOfTheBundledModel()));
        see("#comparison").containsText("The difference is real");
        see("#comparison .digits li").hasCount(50);
        assertThat(page.url()).contains("a=1", "b=" + untrained);
    }

    @Test
    void aModelTellsHowRobustItIs() {
        page.locator("#measure").click();

        see("#details [role=status]")
                .containsText(
                        "wrong on average under 15 corruptions, %s without"
                                .formatted(percent(1 - accuracyOfTheBundledModel())),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        see("#details tbody tr").hasCount(15);
        see(page.locator("#details tbody tr", hasText("Impulse noise"))).containsText("15 % of the pixels");
        assertThat(page.locator("#details img").evaluate("async (img) => (await img.decode(), img.naturalWidth > 900)"))
                .isEqualTo(true);
        isAccessibleAndFits("models-robustness");
    }

    @Test
    void aModelThatCannotBeMeasuredSaysWhy() {
        page.route(
                "**/evaluation/corruptions",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/problem+json")
                        .setBody("{\"detail\": \"it computes something else\"}")));
        page.locator("#measure").click();

        see("#problem").hasText("it computes something else");
        see("#details [role=status]").isEmpty();
        complaints.expect("Failed to load resource: the server responded with a status of 409 (Conflict)");
    }

    @Test
    void versionsAreSortedByTheirError() {
        page.locator("#versions .sort", hasText("Test error")).click();
        see(page.locator("#versions th[aria-sort=ascending]")).containsText("Test error");
        List<String> ascending = errors();
        page.locator("#versions .sort", hasText("Test error")).click();
        see(page.locator("#versions th[aria-sort=descending]")).containsText("Test error");

        assertThat(ascending).isSortedAccordingTo((a, b) -> Double.compare(number(a), number(b)));
        assertThat(errors()).isSortedAccordingTo((a, b) -> Double.compare(number(b), number(a)));
    }

    @ParameterizedTest
    @CsvSource({"ONNX, onnx", "safetensors, safetensors", "Deeplearning4j, zip"})
    void aModelIsTakenAwayAsAFile(String name, String ending) throws IOException {
        Download download = page.waitForDownload(
                () -> page.locator("#details ul a", hasText(name)).first().click());

        assertThat(download.suggestedFilename()).startsWith("lenet5-1").endsWith("." + ending);
        assertThat(Files.size(download.path())).isGreaterThan(200_000);
    }

    @Test
    void anImportedFileIsANewVersion() {
        long other = registry.add(variant(11)).version();
        byte[] file = page.request()
                .get(address("api/v1/models/" + other + "/safetensors"))
                .body();
        registry.delete(other);
        page.locator("#file").setInputFiles(new FilePayload("lenet.safetensors", "application/octet-stream", file));
        page.locator("#import button").click();

        see("#status")
                .containsText("Imported as model ", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        String version = page.locator("#status").innerText().replaceAll("\\D", "");
        see("#details h3").hasText("Model " + version);
        assertThat(registry.find(Long.parseLong(version))).isPresent();
    }

    @Test
    void aDamagedFileIsRefusedInWords() {
        byte[] rubbish = "seven".getBytes(StandardCharsets.UTF_8);
        page.locator("#file").setInputFiles(new FilePayload("lenet.onnx", "application/octet-stream", rubbish));
        page.locator("#import button").click();

        see("#problem").containsText("file");
        assertThat(complaints.heard()).allMatch(text -> text.contains("status of 4"));
    }

    @Test
    void anAliasIsSetAndDeleted() {
        page.locator("#name").fill("candidate");
        page.locator("#version").fill(Long.toString(untrained));
        page.locator("#alias button").click();
        see("#status").hasText("candidate points at model " + untrained + ".");
        see(row(untrained)).containsText("candidate");

        page.locator("#aliases button", hasText("Delete candidate")).click();
        answer("Delete");

        see("#status").hasText("The alias candidate is gone.");
        see("#aliases").not().containsText("candidate");
    }

    @Test
    void aModelThatAnAliasPointsAtIsKept() {
        page.locator("#delete").click();
        answer("Delete");

        see("#problem").containsText("live");
        complaints.expect("Failed to load resource: the server responded with a status of 409 ()");
        assertThat(registry.find(1)).isPresent();
    }

    @Test
    void aModelIsDeleted() {
        long third = registry.add(variant(9)).version();
        page.navigate(address("models.html?version=" + third));
        settled();
        page.locator("#delete").click();
        answer("Delete");

        see("#status").hasText("Model " + third + " is gone.");
        assertThat(registry.find(third)).isEmpty();
    }

    @Test
    void aPromotionMadeElsewhereIsSeen() {
        aliases.promote(untrained, "somebody else");

        see("#live")
                .containsText(
                        "Model " + untrained + ", since",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
        page.locator("summary").click();
        see("#history").containsText("somebody else");
    }

    @Test
    void aServiceThatIsGoneIsMissedAndAskedAgain() {
        page.route("**/api/v1/**", route -> route.abort());
        row(untrained).locator(".link").click();
        see("#problem").containsText("does not answer");

        page.unroute("**/api/v1/**");

        see("#details h3").hasText("Model " + untrained, new LocatorAssertions.HasTextOptions().setTimeout(10_000));
        see("#problem").isHidden();
        assertThat(complaints.heard()).isNotEmpty().allMatch(text -> text.contains("ERR_FAILED"));
    }

    @ParameterizedTest
    @CsvSource({"models-light, 1280, 900, LIGHT", "models-narrow, 360, 740, LIGHT", "models-wide, 3840, 2160, DARK"})
    void theViewIsAccessibleAndFits(String name, int width, int height, ColorScheme scheme) {
        open(width, height, scheme);
        page.navigate(address("models.html?a=1&b=" + untrained));
        settled();
        page.locator("summary").click();

        isAccessibleAndFits(name);
    }

    private static TrainedModel variant(long seed) {
        TrainedModel bundled = BundledModel.load();
        return new TrainedModel(
                bundled.architecture(),
                bundled.scaling(),
                Parameters.initial(bundled.architecture(), seed),
                bundled.provenance(),
                bundled.scores());
    }

    private Locator row(long version) {
        return page.locator("#versions tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "th .link",
                                new Page.LocatorOptions().setHasText(Pattern.compile("^Model " + version + "$")))));
    }

    private void answer(String button) {
        page.locator("dialog button", hasText(button)).first().click();
    }

    private List<String> errors() {
        return page.locator("#versions tbody tr > :nth-child(6)").allInnerTexts();
    }

    private static double number(String percent) {
        return Double.parseDouble(percent.replaceAll("[^\\d.]", ""));
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}

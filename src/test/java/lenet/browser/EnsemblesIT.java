package lenet.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import lenet.ensemble.EnsembleRun;
import lenet.ensemble.EnsembleService;
import lenet.ensemble.EnsembleState;
import lenet.ensemble.NewEnsemble;
import lenet.model.BundledModel;
import lenet.model.ModelRegistry;
import lenet.model.Scores;
import lenet.model.TrainedModel;
import lenet.network.Combination;
import lenet.network.Parameters;
import lenet.training.Promotion;
import lenet.training.TrainingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where networks are put together; and what the other views say of an ensemble, which is a model as any. */
@SuppressWarnings("NullAway.Init") // Spring and JUnit set the fields.
class EnsemblesIT extends ViewTest {

    private static final double PATIENCE_MILLIS = 30_000;

    @Autowired
    EnsembleService ensembles;

    @Autowired
    TrainingService training;

    @Autowired
    ModelRegistry registry;

    private long untrained;
    private long combined;

    EnsemblesIT() {
        super("ensembles.html");
    }

    @BeforeAll
    void combineTheBundledModelWithOneThatHasLearnedNothing() {
        TrainedModel bundled = BundledModel.load();
        untrained = registry.add(new TrainedModel(
                        bundled.architecture(),
                        bundled.scaling(),
                        Parameters.initial(bundled.architecture(), 13),
                        bundled.provenance(),
                        new Scores(0.1, 2.3, 0.1, 2.3)))
                .version();
        UUID id = ensembles
                .submit(
                        new NewEnsemble(
                                "made before",
                                Combination.AVERAGE,
                                2,
                                false,
                                List.of(),
                                List.of(1L, untrained),
                                Promotion.NEVER),
                        null)
                .id();
        await().atMost(Duration.ofSeconds(30)).until(() -> ensembles.find(id).state() == EnsembleState.COMPLETED);
        combined = Objects.requireNonNull(ensembles.find(id).modelVersion());
    }

    @AfterEach
    void nothingGoesOnTraining() {
        ensembles.list(0, 100).ensembles().stream()
                .filter(ensemble -> !ensemble.state().isFinal())
                .forEach(ensemble -> ensembles.cancel(ensemble.id()));
    }

    @Test
    void networksOfARecipeAreTrainedAndBecomeOneModel() {
        start("trained here", 1);

        state("trained here", "COMPLETED");
        see(panel("trained here")).containsText("2 of 2 networks are there");
        see(panel("trained here").locator("li").first()).hasText(Pattern.compile("Job \\w+ ✓ COMPLETED, Model \\d+"));
        see(panel("trained here").locator("li a").first())
                .hasAttribute("href", Pattern.compile("train\\.html\\?jobs=[\\w-]{36}"));
        panel("trained here").locator("p a").first().click();
        see("#details").containsText("lenet1-ensemble, 5,156 parameters");
    }

    @Test
    void modelsThatAreTickedAreCombined() {
        page.locator("text=Combine models that are there").click();
        tick(untrained).check();
        tick(1).check();
        assertThat(page.url()).contains("how=combine", "models=" + untrained + "%2C1");
        page.locator("#field-name").fill("ticked");
        page.locator("#field-promote").selectOption("never");
        page.locator(".start").click();

        state("ticked", "COMPLETED");
        see(panel("ticked").locator("li")).hasText(new String[] {"Model " + untrained, "Model 1"});
    }

    @Test
    void anEnsembleIsNotOfferedToBeCombined() {
        page.navigate(address("ensembles.html?how=combine&models=" + untrained));

        see(tick(untrained)).isChecked();
        see(tick(combined)).hasCount(0);
    }

    @Test
    void tooFewModelsAreRefusedAtTheModels() {
        page.navigate(address("ensembles.html?how=combine&models=1"));
        page.locator(".start").click();

        see("#models-complaint").hasText("must have 2 to 16 versions");
        see(".ticks").isFocused();
        complaints.expect("Failed to load resource: the server responded with a status of 422 ()");
    }

    @Test
    void aValueOutOfBoundsIsRefusedAtItsField() {
        see(".start").isVisible(patiently());
        page.locator("#field-recipe-epochs").fill("1001");
        page.locator(".start").click();

        see("#field-recipe-epochs-complaint").containsText("1000");
        see("#field-recipe-epochs").isFocused();
        complaints.expect("Failed to load resource: the server responded with a status of 422 ()");
    }

    @Test
    void aRecipeThatIsNotThereIsMissedInWords() {
        page.navigate(address("ensembles.html?recipe=none"));
        see(".start").isVisible(patiently());

        see("#problem").containsText("There is no recipe “none”; there are article");
    }

    @Test
    void aRunningEnsembleIsCancelledAndDeleted() {
        UUID id = start("endless", 1000);
        press("Cancel endless", "Cancel it");
        state("endless", "CANCELLED");

        press("Delete endless", "Delete");

        see("#status").hasText("endless is gone.");
        see(panel("endless")).hasCount(0);
        assertThat(ensembles.list(0, 100).ensembles())
                .extracting(EnsembleRun::id)
                .doesNotContain(id);
    }

    @Test
    void nothingIsDeletedWithoutAYes() {
        page.locator("button", hasText("Delete made before")).click();
        see("dialog").isVisible();

        page.keyboard().press("Escape");

        see("dialog").hasCount(0);
        see(panel("made before")).isVisible();
    }

    @Test
    void anEnsembleThatFailedSaysWhy() {
        UUID id = start("let down", 1000);
        UUID job = Objects.requireNonNull(ensembles.find(id).members().get(1).job());

        training.cancel(job);

        state("let down", "FAILED: the job of member 2, " + job + ", is CANCELLED");
    }

    @Test
    void theModelsViewNamesTheNetworksAndOffersOnlyFilesThatThereAre() {
        page.navigate(address("models.html?version=" + combined));

        see("#details dl").containsText("2 whose probabilities are averaged: model 1, model " + untrained);
        see(page.locator("#details ul a")).hasText(new String[] {"safetensors", "Model card"});
        see("#details ul").containsText("No ONNX and no Deeplearning4j file");
    }

    @Test
    void theDrawViewLeadsToTheNetworksForTheirLayersAndKernels() {
        page.navigate(address("?split=test&index=0&model=" + combined));

        see("#digit").hasText("7");
        see("#kernels").containsText("2 networks answer together, and each has kernels of its own");
        see("#layers").containsText("and each has layers of its own. Look into model 1, model " + untrained);
        page.locator("#layers a").first().click();
        see("#layers h3").hasCount(8);
        see("#seen-caption").containsText("labelled 7");
    }

    @Test
    void theMistakesViewShowsThoseOfAnEnsemble() {
        page.navigate(address("mistakes.html?model=" + combined));
        settled();

        see(page.locator("#model option[value='" + combined + "']")).containsText("ensemble of 2");
        see("#model").hasValue(Long.toString(combined));
        see("#figures").containsText("of 10,000 test digits right");
    }

    @ParameterizedTest
    @CsvSource({
        "ensembles-light, 1280, 900, LIGHT",
        "ensembles-narrow, 360, 740, LIGHT",
        "ensembles-wide, 3840, 2160, DARK"
    })
    void theViewIsAccessibleAndFits(String name, int width, int height, ColorScheme scheme) {
        open(width, height, scheme);
        see(".start").isVisible(patiently());
        settled();
        isAccessibleAndFits(name);

        page.navigate(address("ensembles.html?how=combine&models=1"));
        see(tick(1)).isVisible();
        isAccessibleAndFits(name + "-combine");
    }

    /** Two networks of the smallest kind, on few pictures. */
    private UUID start(String name, int epochs) {
        see(".start").isVisible(patiently());
        page.locator("#field-name").fill(name);
        page.locator("#field-recipe-architecture").selectOption("lenet1");
        page.locator("#field-members").fill("2");
        page.locator("#field-recipe-epochs").fill(Integer.toString(epochs));
        page.locator("#field-recipe-trainingImages").fill("500");
        page.locator("#field-promote").selectOption("never");
        page.locator(".start").click();
        see("#status").hasText(name + " is on its way.");
        return ensembles.list(0, 1).ensembles().get(0).id();
    }

    private Locator panel(String name) {
        return page.locator(".entry", new Page.LocatorOptions().setHas(page.locator("h3", hasText(name))));
    }

    /** Waits until the ensemble shows that state. */
    private void state(String name, String state) {
        see(panel(name).locator(".figures"))
                .containsText(state, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    private void press(String button, String answer) {
        page.locator("#ensembles button", hasText(button)).click();
        page.locator("dialog button", hasText(answer)).first().click();
    }

    private Locator tick(long version) {
        return page.locator(".ticks label", hasText("Model " + version + ":")).locator("input");
    }

    /** The first form of a service waits for its OpenAPI document to be made. */
    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}

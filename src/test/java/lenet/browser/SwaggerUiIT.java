package lenet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import lenet.browser.SwaggerPage.Operation;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.ensemble.EnsembleService;
import lenet.image.GrayImage;
import lenet.sweep.SweepService;
import lenet.testing.Needs;
import lenet.training.JobState;
import lenet.training.TrainingService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every control of Swagger UI, used from the page as a newcomer uses it, with the real engine and all of MNIST. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit and Spring set the fields.
@Needs.Browser
class SwaggerUiIT {

    private static final Map<String, String> EXAMPLES = Map.of(
            "split", "test", "index", "0", "name", "no-ink", "model", "live", "alias", "live", "a", "live", "b",
            "live");

    @Autowired
    TrainingService training;

    @Autowired
    SweepService sweeps;

    @Autowired
    EnsembleService ensembles;

    @Autowired
    Dataset dataset;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private Playwright playwright;
    private Page page;
    private SwaggerPage swagger;
    private Complaints complaints;
    private Work work;

    @BeforeAll
    void openTheBrowser() {
        work = new Work(training, sweeps, ensembles);
        playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright);
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 1000));
        complaints = new Complaints(page, "http://localhost:" + port + "/");
        swagger = new SwaggerPage(page, "http://localhost:" + port + "/swagger-ui.html");
        swagger.screenshot("swagger-ui");
    }

    @AfterEach
    void releaseTheEngine() {
        work.releaseTheEngine();
    }

    /** Neither an error on the console nor a request to a foreign host, whatever was done on the page. */
    @AfterEach
    void nothingToComplainOf() {
        assertThat(complaints.heard()).isEmpty();
    }

    @AfterAll
    void closeTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void thePageIsSwaggerUi() {
        assertThat(page.url()).contains("/swagger-ui");
        assertThat(page.title()).contains("Swagger UI");
    }

    @Test
    void everyReadingOperationAnswersWithTheDocumentsValuesInEveryForm() throws Exception {
        String job = work.completedJob();
        String sweep = work.endedSweep();
        String ensemble = work.endedEnsemble();

        List<Reading> readings = readings();
        assertThat(readings).hasSizeGreaterThan(40);
        for (Reading reading : readings) {
            String id = reading.id().contains("Sweep") ? sweep : reading.id().contains("Ensemble") ? ensemble : job;
            for (String form : reading.forms()) {
                HttpResponse<byte[]> answer = reading.answer(form, name -> name.equals("id") ? id : EXAMPLES.get(name));

                assertThat(answer.statusCode())
                        .as("%s as %s", reading.id(), form)
                        .isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .as(reading.id())
                        .startsWith(form);
                if (form.equals("image/png")) {
                    assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())))
                            .as(reading.id())
                            .isNotNull();
                }
            }
        }
    }

    /** Swagger UI takes seconds for each: of every group the one with the most forms. */
    @Test
    void aReadingOperationOfEveryGroupAnswersFromThePageInEveryForm() throws Exception {
        Collection<Reading> richest = readings().stream()
                .filter(reading -> !reading.needs("id"))
                .collect(Collectors.toMap(
                        Reading::tag,
                        Function.identity(),
                        BinaryOperator.maxBy(
                                Comparator.comparing(reading -> reading.forms().size()))))
                .values();

        assertThat(richest).hasSizeGreaterThan(5);
        richest.forEach(reading -> answersFromThePage(reading.id(), swagger.open(reading.id())));
    }

    @Test
    void theCurvesOfAJobAreShownOnThePageInEveryForm() {
        String job = work.completedJob();

        answersFromThePage(
                "getLearningCurves", swagger.open("getLearningCurves").parameter("id", job));
    }

    @Test
    void aJobIsSubmittedWithThePagesOwnExampleCancelledAndDeleted() {
        work.occupyTheEngine();
        Operation submit = swagger.open("submitTrainingJob");
        assertThat(submit.execute()).as(submit.answer()).isEqualTo(202);
        UUID job = work.newestJob();

        assertThat(swagger.open("cancelTrainingJob")
                        .parameter("id", job.toString())
                        .execute())
                .isEqualTo(202);
        assertThat(training.find(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(swagger.open("deleteTrainingJob")
                        .parameter("id", job.toString())
                        .execute())
                .isEqualTo(204);
    }

    @Test
    void aSweepIsSubmittedWithThePagesOwnExampleCancelledAndDeleted() {
        work.occupyTheEngine();
        Operation submit = swagger.open("submitSweep");
        assertThat(submit.execute()).as(submit.answer()).isEqualTo(202);
        UUID sweep = sweeps.list(0, 1).sweeps().get(0).sweep().id();

        assertThat(swagger.open("cancelSweep").parameter("id", sweep.toString()).execute())
                .isEqualTo(202);
        assertThat(sweeps.find(sweep).counts()).containsOnlyKeys(JobState.CANCELLED);
        assertThat(swagger.open("deleteSweep").parameter("id", sweep.toString()).execute())
                .isEqualTo(204);
    }

    @Test
    void anAliasIsSetWithThePagesOwnExampleRolledBackAndDeleted() {
        Operation set = swagger.open("setAlias");
        assertThat(set.execute()).as(set.answer()).isEqualTo(200);
        Operation rollBack = swagger.open("rollBackAlias").parameter("alias", "candidate");
        isRefused(rollBack, 409);
        assertThat(rollBack.answer()).contains("alias candidate has no earlier version");
        assertThat(swagger.open("deleteAlias").parameter("alias", "candidate").execute())
                .isEqualTo(204);
    }

    @Test
    void theLiveModelIsNotDeletedFromThePage() {
        isRefused(swagger.open("deleteModel").parameter("model", "live"), 409);
    }

    @Test
    void theShortExampleIsOfferedFirstAndEveryExampleIsAccepted() {
        work.occupyTheEngine();
        Operation submit = swagger.open("submitTrainingJob");

        assertThat(submit.examples()).hasSize(4).startsWith("a-few-seconds");
        for (String example : submit.examples()) {
            assertThat(submit.example(example).execute())
                    .as("%s: %s", example, submit.answer())
                    .isEqualTo(202);
            training.cancel(work.newestJob());
        }
    }

    @Test
    void theJsonExampleIsClassified() {
        Operation classify = swagger.open("classify").bodyAs("application/json");

        assertThat(classify.execute()).as(classify.answer()).isEqualTo(200);
        assertThat(classify.answer()).contains("\"digit\"");
    }

    @Test
    void theInsideOfTheNetworkIsAPicture() {
        Operation lookInside =
                swagger.open("lookInside").bodyAs("application/json").answerAs("image/png");

        assertThat(lookInside.execute()).as(lookInside.answer()).isEqualTo(200);
        assertThat(lookInside.showsPicture()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, png",
        "image/jpeg, jpeg",
        "image/gif, gif",
        "image/bmp, bmp",
        "application/octet-stream, png"
    })
    void aPictureIsClassifiedFromAFile(String mediaType, String format) throws IOException {
        Operation classify = swagger.open("classify").bodyAs(mediaType).file(digit(format));

        assertThat(classify.execute()).as(classify.answer()).isEqualTo(200);
        assertThat(classify.answer()).contains("\"digit\": 7");
        classify.screenshot("classify-file");
    }

    @Test
    void aFormOfFilesIsClassified() throws IOException {
        Operation classify =
                swagger.open("classify").bodyAs("multipart/form-data").file(digit("png"));

        assertThat(classify.execute()).as(classify.answer()).isEqualTo(200);
        assertThat(classify.answer()).contains("\"digit\": 7");
    }

    /** Executes and expects that status, on which the browser itself writes an error to the console. */
    private void isRefused(Operation operation, int status) {
        assertThat(operation.execute()).isEqualTo(status);
        complaints.expect("Failed to load resource: the server responded with a status of " + status + " ()");
    }

    private List<Reading> readings() throws Exception {
        return Reading.all("http://localhost:" + port);
    }

    /** With the values that the page offers, where it has none with those of {@link #EXAMPLES}. */
    private void answersFromThePage(String id, Operation operation) {
        EXAMPLES.forEach((name, value) -> {
            if (operation.hasParameter(name) && operation.isText(name)) {
                operation.parameter(name, value);
            }
        });
        for (String form : operation.answers()) {
            operation.answerAs(form);
            assertThat(operation.execute())
                    .as("%s as %s: %s", id, form, operation.answer())
                    .isEqualTo(200);
            // Swagger UI shows SVG as its text.
            if (form.equals("image/png")) {
                assertThat(operation.showsPicture()).as("%s as %s", id, form).isTrue();
                operation.screenshot(id);
            }
        }
        operation.close();
    }

    private Path digit(String format) throws IOException {
        byte[] pixels = dataset.split(Split.TEST).images().copy(0);
        Path png = Files.write(
                folder.resolve("seven.png"), GrayImage.of(28, 28, pixels).toPng());
        Path picture = folder.resolve("seven." + format);
        assertThat(ImageIO.write(ImageIO.read(png.toFile()), format, picture.toFile()))
                .isTrue();
        return picture;
    }
}

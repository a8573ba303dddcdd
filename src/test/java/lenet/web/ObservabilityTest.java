package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ObservabilityTest extends ServiceContract {

    private static final Pattern FAMILY = Pattern.compile("^# TYPE (\\S+) (counter|gauge|histogram|summary|untyped)$");

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void theServiceIsUp(String path) {
        assertThat(get(path).json().get("status").asString()).isEqualTo("UP");
    }

    @Test
    void readinessWatchesTheDatabaseAndTheLiveModel() {
        assertThat(get("/actuator/health/readiness").json().get("components").propertyNames())
                .contains("db", "liveModel", "readinessState");
    }

    @Test
    void livenessDoesNotDependOnTheDatabase() {
        assertThat(get("/actuator/health/liveness").json().get("components").propertyNames())
                .containsExactly("livenessState");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "java", "os", "engines", "dataset", "model"})
    void theInfoHasASectionFor(String section) {
        assertThat(get("/actuator/info").json().has(section)).isTrue();
    }

    @Test
    void theInfoNamesTheEngines() {
        JsonNode engine = get("/actuator/info").json().get("engines").get(0);

        assertThat(engine.get("name").asString()).isEqualTo("pixel-hash");
        assertThat(engine.get("description").asString()).isEqualTo("hashes pixels, for tests");
    }

    @Test
    void theInfoNamesTheDataSet() {
        JsonNode info = get("/actuator/info").json().get("dataset");

        assertThat(info.get("fingerprint").asString()).isEqualTo(dataset.fingerprint());
        assertThat(info.get("validation").intValue()).isEqualTo(5000);
    }

    @Test
    void theInfoAndTheApiNameTheSameModel() {
        JsonNode api = get("/api/v1/models/live").json();

        assertThat(get("/actuator/info").json().get("model").get("sha256")).isEqualTo(api.get("sha256"));
    }

    @Test
    void theLiveModelTellsWhereItComesFrom() {
        JsonNode model = get("/api/v1/models/live").json();

        assertThat(model.propertyNames())
                .contains("version", "architecture", "sha256", "createdAt", "scores", "provenance");
        assertThat(model.get("createdAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    }

    @Test
    void everyMeterSaysWhatItMeasures() {
        get("/api/v1/dataset");
        List<String> lines = scrape();

        assertThat(lines.stream().filter(line -> line.startsWith("# HELP ")))
                .hasSizeGreaterThan(50)
                .allMatch(line -> line.matches("# HELP \\S+ \\S.*"));
    }

    @Test
    void requestsHaveAHistogramInSeconds() {
        get("/api/v1/dataset");

        assertThat(scrape())
                .anyMatch(line ->
                        line.startsWith("http_server_requests_seconds_bucket") && line.contains("le=\"0.025\""));
    }

    @Test
    void aCountersNameEndsInTotal() {
        assertThat(scrape().stream().filter(line -> line.startsWith("# TYPE lenet_") && line.endsWith(" counter")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("_total counter"));
    }

    @Test
    void everySampleBelongsToADeclaredFamily() {
        List<String> lines = scrape();
        List<String> families = lines.stream()
                .map(FAMILY::matcher)
                .filter(Matcher::matches)
                .map(type -> type.group(1))
                .toList();

        assertThat(lines.stream().filter(line -> !line.startsWith("#")))
                .allMatch(sample -> families.stream().anyMatch(sample::startsWith));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decode", "normalise", "infer"})
    void aStageOfClassificationHasAHistogramInSeconds(String stage) {
        assertThat(scrape())
                .anyMatch(line -> line.startsWith(
                        "lenet_classification_duration_seconds_bucket{stage=\"%s\",le=\"0.005\"}".formatted(stage)));
    }

    @Test
    void aClassifiedPictureIsCounted() {
        double before = value("lenet_classification_pictures_total{outcome=\"classified\"}");

        post(CLASSIFICATIONS, "image/png", png(0));

        assertThat(value("lenet_classification_pictures_total{outcome=\"classified\"}"))
                .isEqualTo(before + 1);
    }

    @Test
    void anAnswerThatIsTooUnsureIsCounted() {
        double before = value("lenet_classification_unsure_total");

        post(CLASSIFICATIONS + "?rejectBelow=1", "image/png", png(0));
        post(CLASSIFICATIONS + "?rejectBelow=0", "image/png", png(0));

        assertThat(value("lenet_classification_unsure_total")).isEqualTo(before + 1);
    }

    @Test
    void aRejectedPictureIsCountedByItsReason() {
        double before = value("lenet_classification_pictures_total{outcome=\"not_an_image\"}");

        post(CLASSIFICATIONS, "image/png", new byte[] {1, 2, 3});

        assertThat(value("lenet_classification_pictures_total{outcome=\"not_an_image\"}"))
                .isEqualTo(before + 1);
    }

    @Test
    void requestsAreLabelledByTheirTemplate() {
        get("/api/v1/dataset/test/4321");
        get("/no/such/thing/4321");

        assertThat(Stream.of(get("/actuator/prometheus").text()))
                .allMatch(text -> text.contains("uri=\"/api/v1/dataset/{split}/{index}\""))
                .noneMatch(text -> text.contains("/4321"));
    }

    private double value(String sample) {
        return scrape().stream()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> scrape() {
        return get("/actuator/prometheus", "text/plain").text().lines().toList();
    }
}

package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import lenet.model.BundledModel;
import lenet.model.ModelFile;
import lenet.model.Provenance;
import lenet.model.RunningSystem;
import lenet.model.TrainedModel;
import lenet.model.TrainingRun;
import lenet.network.Parameters;
import lenet.testing.Tempered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCardTest extends ModelContract {

    private static final String CARD = MODELS + "/live/card";

    @Test
    void theCardIsMarkdownUnlessAskedOtherwise() {
        Answer card = get(CARD);

        assertThat(card.contentType()).isEqualTo("text/markdown;charset=UTF-8");
        assertThat(card.text()).startsWith("# Model card: lenet5, version ");
    }

    @Test
    void aBrowserGetsAPage() {
        Answer card = get(CARD, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        assertThat(card.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(card.text()).startsWith("<!doctype html>").contains("<h1>Model card: lenet5, version ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## What it is for, and what it is not",
                "## Data",
                "## Recipe",
                "## Evaluation",
                "Confusion matrix",
                "## Confidence",
                "expected calibration error, 15 bins",
                "## How to use it",
                "### ONNX Runtime, Python",
                "### ONNX Runtime, JavaScript",
                "### Deeplearning4j",
                "### PyTorch",
                "## Provenance",
                "b2d8f5bf39174ee5ffeefa97e42d673c35432b411bb5d1f74fbbeddae7f1690a",
                "61,706 parameters",
                "torch.tanh(F.conv2d(x, weights[\"C1.weight\"], weights[\"C1.bias\"]))"
            })
    void theCardSays(String what) {
        assertThat(get(CARD).text()).contains(what);
    }

    @Test
    void theCardNamesTheAccuracyOnTheTestSplit() {
        double accuracy = BundledModel.load().scores().testAccuracy();

        assertThat(get(CARD).text())
                .contains(String.format(Locale.ROOT, "| top-1 accuracy on the test split | %.2f %% |", 100 * accuracy));
    }

    @Test
    void theCardOfAModelWithoutATemperatureSaysSo() {
        assertThat(get(MODELS + "/" + register(3) + "/card").text())
                .contains("Its probabilities are those of training; no temperature was fitted.");
    }

    @Test
    void theCardNamesTheTemperature() {
        TrainedModel warm = Tempered.at(1.25, BundledModel.load());
        long version = registry.add(warm).version();
        forget(version);

        String card = get(MODELS + "/" + version + "/card").text();

        assertThat(card).contains("divided by a temperature of 1.2500, fitted on the validation split");
        assertThat(card).contains("x = x / 1.25\n");
    }

    @Test
    void thePageNeedsNothingFromAnywhere() {
        String page = get(CARD, "text/html").text();

        assertThat(page).contains("<img src=\"data:image/png;base64,");
        assertThat(page).doesNotContain("src=\"http", "href=\"http", "@import", "<script", "url(");
    }

    @Test
    void whatAnImportedFileClaimsIsShownAsText() {
        String rude = "<script>alert(1)</script> | [x](javascript:alert(1)) ![y](http://evil/) `a` \n# h ${x} \u202e";
        TrainedModel bundled = BundledModel.load();
        TrainedModel claimed = new TrainedModel(
                bundled.architecture(),
                bundled.scaling(),
                Parameters.initial(bundled.architecture(), 31),
                Provenance.of(
                        new TrainingRun(
                                null, "{\"name\":\"<script>alert(2)</script>\",\"a|b\":1}", 1, 1, rude, rude, rude, 1),
                        new RunningSystem(rude, rude, rude, rude, rude, rude),
                        Instant.EPOCH),
                bundled.scores());
        Answer imported = post(MODELS, "application/octet-stream", ModelFile.write(claimed));
        assertThat(imported.status()).as(imported.text()).isEqualTo(201);
        long version = imported.json().get("version").longValue();
        forget(version);

        String page = get(MODELS + "/" + version + "/card", "text/html").text();

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(2)&lt;/script&gt;");
        assertThat(page).doesNotContain("<script", "href=\"javascript", "<img src=\"http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[1]", "{} {}", "\"text\""})
    void aRecipeThatIsNoneIsRefusedAtTheDoor(String recipe) {
        TrainedModel bundled = BundledModel.load();
        TrainedModel claimed = new TrainedModel(
                bundled.architecture(),
                bundled.scaling(),
                Parameters.initial(bundled.architecture(), 32),
                Provenance.of(
                        new TrainingRun(null, recipe, 1, 1, "e", "d", "f", 1),
                        new RunningSystem("j", "o", "p", "l", "s", null),
                        Instant.EPOCH),
                bundled.scores());

        assertThat(post(MODELS, "application/octet-stream", ModelFile.write(claimed))
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"/nobody/card, */*, 404", "/live/card, image/png, 406", "/99999/card, text/html, 404"})
    void aCardThatCannotBeGivenIsAProblem(String path, String accept, int status) {
        assertThat(get(MODELS + path, accept).status()).isEqualTo(status);
    }
}

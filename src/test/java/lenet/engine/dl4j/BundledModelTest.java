package lenet.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.evaluation.Evaluation;
import lenet.evaluation.Evaluator;
import lenet.model.BundledModel;
import lenet.model.TrainedModel;
import lenet.network.Classifier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BundledModelTest {

    private final TrainedModel model = BundledModel.load();
    private final Dataset mnist = Dataset.bundled();

    @Test
    void itScoresOnTheTestSplitWhatItsFileSays() {
        try (Classifier classifier = model.ensemble().classifier(new Dl4jEngine())) {
            Evaluation evaluation = new Evaluation(
                    mnist.split(Split.TEST),
                    Evaluator.predict(
                            batch -> classifier.logits(batch.data().images(), batch.from(), batch.to()),
                            mnist.split(Split.TEST),
                            () -> {}));

            // Another processor may round a handful of close calls the other way.
            assertThat(evaluation.accuracy())
                    .isGreaterThanOrEqualTo(0.995)
                    .isCloseTo(model.scores().testAccuracy(), within(0.0005));
            assertThat(evaluation.loss()).isCloseTo(model.scores().testLoss(), within(1e-4));
        }
    }

    @Test
    void itWasTrainedByTheRecipeThatItsDocumentNames() {
        JsonNode recipe = JsonMapper.shared().readTree(model.provenance().recipe());

        assertThat(recipe.path("epochs").asInt()).isEqualTo(80);
        assertThat(recipe.path("optimiser").asString()).isEqualTo("ADAM");
        assertThat(recipe.path("weightAveraging").asDouble()).isEqualTo(0.999);
        assertThat(recipe.path("augmentation").path("elastic").asDouble()).isEqualTo(0.7);
    }

    @Test
    void itWasTrainedOnTheBundledMnist() {
        assertThat(model.provenance().datasetFingerprint()).isEqualTo(mnist.fingerprint());
        assertThat(model.scaling().mean()).isEqualTo(mnist.mean());
        assertThat(model.provenance().trainingImages()).isEqualTo(55_000);
    }
}

package lenet.web.card;

import static lenet.web.card.Markdown.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import lenet.dataset.Corruption;
import lenet.evaluation.ClassScore;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.Evaluation;
import lenet.evaluation.LearningCurve;
import lenet.evaluation.Reliability;
import lenet.evaluation.Robustness;
import lenet.model.ModelVersion;
import lenet.model.Provenance;
import lenet.model.TrainedModel;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Network;
import lenet.network.Tensor;
import lenet.web.RejectionPicture;
import lenet.web.ShownRecipe;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody should know before using a model.
 *
 * @param test the model on the test split
 * @param robustness the model on corrupted test splits; absent while nobody has had it measured
 * @param curve its job's learning curve; empty if there is none, or no longer
 * @param pictures the curves, the confusion matrix and the reliability diagram as PNGs; absent for a card in plain text
 */
record ModelCard(
        ModelVersion version,
        Evaluation test,
        @Nullable Robustness robustness,
        LearningCurve curve,
        @Nullable CardPictures pictures) {

    /** The PNGs that a page shows besides the tables; the curve's is empty where there is no curve. */
    @SuppressWarnings("ArrayRecordComponent") // Written once; never compared.
    record CardPictures(byte[] curve, byte[] confusionMatrix, byte[] reliability) {}

    String title() {
        return "Model card: %s, version %d".formatted(version.model().name(), version.version());
    }

    String markdown() {
        Markdown card = new Markdown();
        card.heading(1, title());
        summary(card);
        uses(card);
        data(card);
        training(card);
        evaluation(card);
        confidence(card);
        robustness(card);
        new UsageExamples(version).writeTo(card);
        provenance(card);
        return card.toString();
    }

    private void summary(Markdown card) {
        TrainedModel model = version.model();
        card.paragraph("Tells which digit, 0 to 9, a picture of one handwritten digit shows.");
        card.table(
                false,
                List.of("", ""),
                List.of(
                        cells("architecture", model.summary()),
                        cells(
                                "top-1 accuracy on the test split",
                                percent(model.scores().testAccuracy())),
                        cells("on the validation split", percent(model.scores().validationAccuracy())),
                        cells(
                                "size",
                                String.format(
                                        Locale.ROOT,
                                        "%,d parameters, %,d bytes",
                                        model.ensemble().parameterCount(),
                                        version.size())),
                        cells("SHA-256", version.sha256())));
        model.ensemble().single().ifPresentOrElse(network -> single(card, network), () -> ensemble(card));
    }

    private void ensemble(Markdown card) {
        card.table(
                false,
                List.of("network", "architecture", "inputs"),
                IntStream.range(0, version.model().ensemble().members().size())
                        .mapToObj(this::member)
                        .toList());
    }

    private List<String> member(int index) {
        Network network = version.model().ensemble().members().get(index);
        return cells(
                index + 1,
                network.architecture().name(),
                "(pixel / 255 − %s) · %s"
                        .formatted(network.scaling().mean(), network.scaling().scale()));
    }

    private static void single(Markdown card, Network network) {
        card.table(
                false,
                List.of("layer", "kind", "output", "parameters"),
                network.architecture().shapedLayers().stream()
                        .map(ModelCard::layer)
                        .toList());
        card.paragraph("""
                Input: 28×28 pixels of 0–255, light ink on 0, the digit fitted into 20×20 and centred by its centre of mass, as \
                MNIST has it. They are padded with zeros to %d×%d and become (pixel / 255 − %s) · %s.
                """.formatted(
                        network.architecture().input().height(),
                        network.architecture().input().width(),
                        network.scaling().mean(),
                        network.scaling().scale()));
    }

    private static List<String> layer(ShapedLayer shaped) {
        int parameters = shaped.layer().tensors(shaped.input()).stream()
                .mapToInt(Tensor::size)
                .sum();
        return cells(
                shaped.layer().name(),
                shaped.layer().getClass().getSimpleName(),
                shaped.output(),
                String.format(Locale.ROOT, "%,d", parameters));
    }

    private static void uses(Markdown card) {
        card.heading(2, "What it is for, and what it is not").paragraph("""
                - For single handwritten digits, isolated, upright and brought into MNIST's form; the service's own \
                `POST /api/v1/classifications` does that to photographs and drawings.
                - Not for numbers of several digits, letters or printed text. Whatever it is shown, it names a digit: there is no \
                answer for *none of them*.
                - Among its mistakes are some that it is sure of; *Confidence* below says how many. Do not let anything that \
                matters to a person hang on one answer.
                - MNIST's digits were written by American census employees and students about 1990. Other hands, such as a one with a \
                long upstroke, are recognised less well than the figures here say.
                """);
    }

    private void data(Markdown card) {
        Provenance provenance = version.model().provenance();
        card.heading(2, "Data");
        if (provenance.dataset() == null) {
            card.paragraph(
                    "The model was imported; its file does not say what it was trained on. It was evaluated on this"
                            + " service's validation and test split.");
            return;
        }
        card.paragraph("""
                Trained on %s pictures of %s, chosen on the validation split, reported on the test split, which training never saw. \
                Fingerprint of the data set, SHA-256 over its content: `%s`.
                """.formatted(
                        provenance.trainingImages() == null
                                ? "the"
                                : String.format(Locale.ROOT, "%,d", provenance.trainingImages()),
                        Markdown.escaped(provenance.dataset()),
                        String.valueOf(provenance.datasetFingerprint()).replaceAll("[^0-9a-f]", "")));
    }

    private void training(Markdown card) {
        Object recipe = ShownRecipe.of(version.model().provenance()).request();
        String claimed = version.model().provenance().recipe();
        if (recipe != null) {
            card.heading(2, "Recipe");
            card.table(false, List.of("", ""), recipe(JsonMapper.shared().valueToTree(recipe)));
        } else if (claimed != null) {
            card.heading(2, "Recipe, as the model's file claims it");
            card.table(false, List.of("", ""), recipe(JsonMapper.shared().readTree(claimed)));
        }
        if (curve.epochs().isEmpty()) {
            return;
        }
        card.heading(2, "Learning curves");
        if (pictures != null) {
            card.picture("Loss and error rate by epoch", pictures.curve());
        }
        card.table(
                true,
                List.of("epoch", "training loss", "training accuracy", "validation loss", "validation accuracy"),
                curve.epochs().stream().map(ModelCard::epoch).toList());
    }

    private static List<List<String>> recipe(JsonNode recipe) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : recipe.properties()) {
            if (!field.getValue().isNull()) {
                JsonNode value = field.getValue();
                rows.add(cells(field.getKey(), value.isString() ? value.asString() : value.toString()));
            }
        }
        return rows;
    }

    private static List<String> epoch(EpochMetrics epoch) {
        return cells(
                epoch.epoch(),
                loss(epoch.trainingLoss()),
                percent(epoch.trainingAccuracy()),
                loss(epoch.validationLoss()),
                percent(epoch.validationAccuracy()));
    }

    private void evaluation(Markdown card) {
        card.heading(2, "Evaluation");
        card.paragraph("On the test split, %s pictures: accuracy %s, error rate %s, mean cross-entropy %s nats."
                .formatted(
                        String.format(Locale.ROOT, "%,d", test.confusionMatrix().total()),
                        percent(test.accuracy()),
                        percent(test.errorRate()),
                        loss(test.loss())));
        card.table(
                true,
                List.of("digit", "pictures", "precision", "recall"),
                test.confusionMatrix().classScores().stream()
                        .map(ModelCard::classScore)
                        .toList());
        card.paragraph("Confusion matrix: how often each digit (row) was taken for each digit (column).");
        if (pictures != null) {
            card.picture("Confusion matrix of the test split", pictures.confusionMatrix());
            return;
        }
        int[][] counts = test.confusionMatrix().counts();
        List<String> head = new ArrayList<>(List.of(""));
        IntStream.range(0, counts.length).mapToObj(Integer::toString).forEach(head::add);
        card.table(
                true,
                head,
                IntStream.range(0, counts.length)
                        .mapToObj(row -> IntStream.concat(IntStream.of(row), IntStream.of(counts[row]))
                                .mapToObj(Integer::toString)
                                .toList())
                        .toList());
    }

    private void confidence(Markdown card) {
        Reliability reliability = test.reliability();
        card.heading(2, "Confidence")
                .paragraph(
                        "%s On the test split its confidence and its share of hits are %s apart (expected calibration error, %d bins). %s"
                                .formatted(
                                        temperature(),
                                        percent(reliability.expectedCalibrationError()),
                                        Reliability.BINS,
                                        rejection()));
        card.paragraph(
                "That holds for pictures like MNIST's. Of others, and of what is no digit at all, it can be surer than it"
                        + " should be.");
        if (pictures != null) {
            card.picture("Accuracy over confidence on the test split", pictures.reliability());
            return;
        }
        card.table(
                true,
                List.of("confidence up to", "pictures", "mean confidence", "accuracy"),
                reliability.bins().stream()
                        .filter(bin -> bin.count() > 0)
                        .map(ModelCard::bin)
                        .toList());
    }

    private String temperature() {
        double temperature = version.model().ensemble().temperature();
        return temperature == 1
                ? "Its probabilities are those of training; no temperature was fitted."
                : "Its logits are divided by a temperature of %s, fitted on the validation split, before they become probabilities."
                        .formatted(String.format(Locale.ROOT, "%.4f", temperature));
    }

    private String rejection() {
        return test.rejectionCurve()
                .first(RejectionPicture.GOAL)
                .map(point -> point.rejected() == 0
                        ? "Its error rate is 0.5 % or less without rejecting anything."
                        : "With %s of the pictures rejected, those of a confidence below %s (`rejectBelow`), its error rate is 0.5 %%."
                                .formatted(
                                        percent(point.rejectedShare()),
                                        String.format(Locale.ROOT, "%.4f", point.threshold())))
                .orElse("However many pictures are rejected, its error rate stays above 0.5 %.");
    }

    private static List<String> bin(Reliability.Bin bin) {
        return cells(
                percent(bin.to()),
                String.format(Locale.ROOT, "%,d", bin.count()),
                percent(bin.confidence()),
                percent(bin.accuracy()));
    }

    private void robustness(Markdown card) {
        card.heading(2, "Robustness");
        if (robustness == null) {
            card.paragraph("""
                    Not measured yet: `GET /api/v1/models/%d/evaluation/corruptions` takes some seconds, and this card \
                    shows it from then on.
                    """.formatted(version.version()));
            return;
        }
        card.paragraph("""
                The test split again, corrupted in the ways of MNIST-C (N. Mu and J. Gilmer, 2019): mean error rate %s over \
                %d corruptions, %s without any. The pictures were not normalised again.
                """.formatted(
                        percent(robustness.meanErrorRate()),
                        Robustness.corruptions().size(),
                        percent(robustness.cleanErrorRate())));
        card.table(
                false,
                List.of("corruption", "what it does", "error rate"),
                Robustness.corruptions().stream()
                        .map(corruption -> corrupted(corruption, robustness))
                        .toList());
    }

    private static List<String> corrupted(Corruption corruption, Robustness measured) {
        return cells(corruption.title(), corruption.description(), percent(measured.errorRate(corruption)));
    }

    private static List<String> classScore(ClassScore score) {
        return cells(score.digit(), score.support(), percent(score.precision()), percent(score.recall()));
    }

    private void provenance(Markdown card) {
        Provenance from = version.model().provenance();
        List<List<String>> rows = new ArrayList<>();
        add(rows, "registered", version.createdAt());
        add(rows, "training job", from.job());
        add(rows, "parent version", from.parent());
        add(rows, "seed", from.seed());
        add(rows, "epochs", from.epochs());
        add(rows, "engine", from.engine());
        add(rows, "Java", from.java());
        add(rows, "operating system", from.operatingSystem());
        add(rows, "processor", from.processor());
        add(rows, "libraries", from.libraries());
        add(rows, "service", from.service());
        add(rows, "commit", from.commit());
        add(rows, "trained", from.trainedAt());
        if (from.imported() != null) {
            add(rows, "imported from", from.imported().format());
            add(rows, "written by", from.imported().producer());
            add(rows, "SHA-256 of that file", from.imported().sha256());
        }
        card.heading(2, "Provenance").table(false, List.of("", ""), rows);
    }

    private static void add(List<List<String>> rows, String what, @Nullable Object value) {
        if (value != null) {
            rows.add(cells(what, value));
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String loss(double nats) {
        return String.format(Locale.ROOT, "%.4f", nats);
    }
}

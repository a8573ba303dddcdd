package lenet.web;

import java.util.Locale;
import lenet.evaluation.Evaluation;
import lenet.image.ConfusionMatrixPlot;

/** What an evaluation on the test split looks like: its confusion matrix. */
public record EvaluationPicture(Evaluation evaluation) {

    /** The confusion matrix under the accuracy. */
    public ConfusionMatrixPlot plot() {
        String title = String.format(Locale.ROOT, "Test split, accuracy %.2f %%", 100 * evaluation.accuracy());
        return new ConfusionMatrixPlot(title, evaluation.confusionMatrix().counts());
    }
}

package lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import lenet.evaluation.Evaluation.Example;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final byte[] LABELS = {7, 2, 1, 0};
    private static final LabelledImages IMAGES = new LabelledImages(new Images(4, 1, new byte[4]), LABELS);

    private final Evaluation evaluation = new Evaluation(
            IMAGES, new Predictions(0.25, new byte[] {7, 3, 1, 6}, new float[] {0.9f, 0.4f, 0.99f, 0.8f}));

    @Test
    void theErrorRateIsOneMinusTheAccuracy() {
        assertThat(evaluation.accuracy()).isEqualTo(0.5);
        assertThat(evaluation.errorRate()).isEqualTo(0.5);
    }

    @Test
    void theMostConfidentlyWrongPictureComesFirst() {
        assertThat(evaluation.examples(false)).extracting(Example::index).containsExactly(3, 1);
        assertThat(evaluation.examples(false)).extracting(Example::predicted).containsExactly(6, 3);
    }

    @Test
    void theRightOnesAreListedTheSameWay() {
        assertThat(evaluation.examples(true)).extracting(Example::index).containsExactly(2, 0);
    }

    @Test
    void predictingASplitTakesTheLargestLogitAndTheMeanLoss() {
        Predictions predictions = Evaluator.predict(
                batch -> {
                    float[] logits = new float[batch.size() * 10];
                    for (int i = 0; i < batch.size(); i++) {
                        logits[i * 10 + batch.label(i)] = 2;
                    }
                    return logits;
                },
                IMAGES,
                () -> {});

        assertThat(predictions.predicted()).isEqualTo(LABELS);
        assertThat(predictions.loss()).isCloseTo(Math.log(Math.exp(2) + 9) - 2, within(1e-9));
        assertThat(predictions.confidences()[0]).isCloseTo(0.4509f, within(1e-4f));
    }
}

package lenet.web;

import java.util.List;
import lenet.evaluation.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * Which pictures of an evaluation are asked for.
 *
 * @param correct whether the network was right
 * @param label only pictures of this class
 * @param predicted only pictures taken for this class
 */
record ExampleFilter(
        boolean correct, @Nullable Integer label, @Nullable Integer predicted) {

    /** Those of the evaluation, the most confident first. */
    List<Evaluation.Example> of(Evaluation evaluation) {
        return evaluation.examples(correct).stream()
                .filter(example -> label == null || example.label() == label)
                .filter(example -> predicted == null || example.predicted() == predicted)
                .toList();
    }
}

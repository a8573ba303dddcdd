package lenet.web;

import java.util.List;
import lenet.dataset.Images;
import lenet.evaluation.Evaluation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An evaluation in the forms that a client may ask for. */
record EvaluationForms(EvaluationSubject subject, Evaluation evaluation) {

    /** Those of the figures. */
    static final Representations MATRIX =
            new Representations(MediaType.APPLICATION_JSON, MediaType.IMAGE_PNG, Representations.SVG);

    /** Those of the pictures. */
    static final Representations EXAMPLES = new Representations(MediaType.APPLICATION_JSON, MediaType.IMAGE_PNG);

    /** Figures and confusion matrix. */
    ResponseEntity<Object> matrix(MediaType type) {
        Object body = type.equals(MediaType.APPLICATION_JSON)
                ? EvaluationResponse.of(subject, evaluation)
                : type.equals(MediaType.IMAGE_PNG)
                        ? new EvaluationPicture(evaluation).plot().toPng()
                        : new EvaluationPicture(evaluation).plot().toSvg();
        return Representations.answer(type, "evaluation", body);
    }

    /**
     * Pictures with what the network said.
     *
     * @param images those that were evaluated
     * @param limit pictures at most
     */
    ResponseEntity<Object> examples(ExampleFilter filter, Images images, int limit, MediaType type) {
        List<Evaluation.Example> all = filter.of(evaluation);
        List<Evaluation.Example> shown = all.subList(0, Math.min(limit, all.size()));
        Object body = type.equals(MediaType.IMAGE_PNG)
                ? new EvaluationExamplesPicture(images, filter.correct(), shown, all.size())
                        .grid()
                        .toPng()
                : EvaluationExamplesResponse.of(subject, filter.correct(), all.size(), shown);
        return Representations.answer(type, "examples", body);
    }
}

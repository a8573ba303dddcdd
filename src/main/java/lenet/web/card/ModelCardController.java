package lenet.web.card;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import lenet.classification.ModelEvaluations;
import lenet.classification.ModelRobustness;
import lenet.evaluation.Evaluation;
import lenet.evaluation.LearningCurve;
import lenet.evaluation.Robustness;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import lenet.model.ModelVersion;
import lenet.training.JobNotFoundException;
import lenet.training.TrainingJob;
import lenet.training.TrainingService;
import lenet.web.EvaluationPicture;
import lenet.web.LearningCurvePicture;
import lenet.web.ProblemType;
import lenet.web.Problems;
import lenet.web.ReliabilityPicture;
import lenet.web.Representations;
import lenet.web.card.ModelCard.CardPictures;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** Writes a model's card. */
@RestController
@Tag(name = "Models")
class ModelCardController {

    private static final Representations FORMS = new Representations(MediaType.TEXT_MARKDOWN, MediaType.TEXT_HTML);

    private final ModelRegistry registry;
    private final ModelEvaluations evaluations;
    private final ModelRobustness robustness;
    private final TrainingService training;

    ModelCardController(
            ModelRegistry registry,
            ModelEvaluations evaluations,
            ModelRobustness robustness,
            TrainingService training) {
        this.registry = registry;
        this.evaluations = evaluations;
        this.robustness = robustness;
        this.training = training;
    }

    @Operation(operationId = "getModelCard", summary = "A model's card", description = """
                    What the model is, for what it is good and for what not, data, recipe, curves, confusion matrix, \
                    what its confidence is worth, robustness \
                    once it has been measured, provenance, and programs that use its files. The header Accept chooses: \
                    Markdown, or a page for a browser.

                        curl localhost:8080/api/v1/models/live/card
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The card.",
            content = {
                @Content(mediaType = MediaType.TEXT_MARKDOWN_VALUE, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
            })
    @Problems({
        ProblemType.NOT_FOUND,
        ProblemType.NOT_ACCEPTABLE,
        ProblemType.UNFIT_MODEL,
        ProblemType.EVALUATION_NOT_READY
    })
    @GetMapping("/api/v1/models/{model}/card")
    ResponseEntity<Object> card(
            @Parameter(
                            description = "A version, or an alias that points at one",
                            schema = @Schema(type = "string", example = "live"))
                    @PathVariable
                    ModelReference model,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = FORMS.preferredBy(request);
        ModelVersion version = registry.get(model);
        Evaluation test = evaluations.evaluate(version.version());
        // A card is there at once: what takes seconds it shows when somebody has had it measured.
        @Nullable Robustness corrupted = robustness.known(version.version()).orElse(null);
        @Nullable TrainingJob job = job(version);
        LearningCurve curve = job == null ? new LearningCurve(List.of()) : training.curve(job.id());
        if (type.equals(MediaType.TEXT_HTML)) {
            byte[] curves = job == null
                    ? new byte[0]
                    : new LearningCurvePicture(job, curve).plot().toPng();
            CardPictures pictures = new CardPictures(
                    curves,
                    new EvaluationPicture(test).plot().toPng(),
                    new ReliabilityPicture(version.version(), test).plot().toPng());
            ModelCard card = new ModelCard(version, test, corrupted, curve, pictures);
            return Representations.answer(
                    Representations.utf8(type), "card", HtmlPage.of(card.title(), card.markdown()));
        }
        return Representations.answer(
                Representations.utf8(type), "card", new ModelCard(version, test, corrupted, curve, null).markdown());
    }

    private @Nullable TrainingJob job(ModelVersion version) {
        String job = version.model().provenance().job();
        try {
            return job == null ? null : training.find(UUID.fromString(job));
        } catch (JobNotFoundException e) {
            // Deleted; the model outlives it.
            return null;
        }
    }
}

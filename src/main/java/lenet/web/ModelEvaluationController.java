package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import lenet.classification.ModelEvaluations;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** How a registered model does on the test split, and on which pictures it is right or wrong. */
@RestController
@RequestMapping(path = ModelController.PATH + "/{model}/evaluation")
@Tag(name = OpenApiConfiguration.MODELS)
class ModelEvaluationController {

    private final ModelRegistry registry;
    private final ModelEvaluations evaluations;
    private final Dataset dataset;

    ModelEvaluationController(ModelRegistry registry, ModelEvaluations evaluations, Dataset dataset) {
        this.registry = registry;
        this.evaluations = evaluations;
        this.dataset = dataset;
    }

    @Operation(operationId = "getModelEvaluation", summary = "A model on the test split", description = """
                    Accuracy, loss, precision and recall of each class and the confusion matrix. Computed when somebody \
                    first asks, which takes a moment. The header Accept chooses: JSON, or the confusion matrix as PNG or SVG.

                        curl localhost:8080/api/v1/models/live/evaluation
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The evaluation.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = EvaluationResponse.class)),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string"))
            })
    @Problems({
        ProblemType.NOT_FOUND,
        ProblemType.NOT_ACCEPTABLE,
        ProblemType.UNFIT_MODEL,
        ProblemType.EVALUATION_NOT_READY
    })
    @GetMapping
    ResponseEntity<Object> evaluation(
            @Parameter(description = ModelController.REFERENCE, schema = @Schema(type = "string", example = "live"))
                    @PathVariable
                    ModelReference model,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = EvaluationForms.MATRIX.preferredBy(request);
        return forms(model).matrix(type);
    }

    @Operation(
            operationId = "getModelEvaluationExamples",
            summary = "Test pictures that a model gets wrong, or right",
            description = """
                    The most confident ones first: the first wrong ones are the worst. `label` and `predicted` choose one \
                    cell of the confusion matrix, on its diagonal with `correct=true`. The header Accept chooses: JSON, or a \
                    PNG with the pictures, each with its true and its predicted class and the confidence.

                        curl 'localhost:8080/api/v1/models/live/evaluation/examples?label=4&predicted=9'
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The pictures.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = EvaluationExamplesResponse.class)),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary"))
            })
    @Problems({
        ProblemType.NOT_FOUND,
        ProblemType.NOT_ACCEPTABLE,
        ProblemType.INVALID_FIELDS,
        ProblemType.UNFIT_MODEL,
        ProblemType.EVALUATION_NOT_READY
    })
    @GetMapping("/examples")
    ResponseEntity<Object> examples(
            @Parameter(description = ModelController.REFERENCE, schema = @Schema(type = "string", example = "live"))
                    @PathVariable
                    ModelReference model,
            @Parameter(description = "Whether the network was right") @RequestParam(defaultValue = "false")
                    boolean correct,
            @Parameter(description = "Only pictures of this digit")
                    @RequestParam(required = false)
                    @Min(0)
                    @Max(9)
                    @Nullable
                    Integer label,
            @Parameter(description = "Only pictures that it took for this digit")
                    @RequestParam(required = false)
                    @Min(0)
                    @Max(9)
                    @Nullable
                    Integer predicted,
            @Parameter(description = "Pictures at most") @RequestParam(defaultValue = "25") @Min(1) @Max(100) int limit,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = EvaluationForms.EXAMPLES.preferredBy(request);
        return forms(model)
                .examples(
                        new ExampleFilter(correct, label, predicted),
                        dataset.split(Split.TEST).images(),
                        limit,
                        type);
    }

    private EvaluationForms forms(ModelReference model) {
        long version = registry.resolve(model);
        return new EvaluationForms(EvaluationSubject.model(version), evaluations.evaluate(version));
    }
}

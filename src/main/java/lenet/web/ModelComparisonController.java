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
import lenet.evaluation.Comparison;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** Holds two models against each other. */
@RestController
@Tag(name = OpenApiConfiguration.MODELS)
class ModelComparisonController {

    private static final Representations FORMS = new Representations(MediaType.APPLICATION_JSON, MediaType.IMAGE_PNG);

    private final ModelRegistry registry;
    private final ModelEvaluations evaluations;

    ModelComparisonController(ModelRegistry registry, ModelEvaluations evaluations) {
        this.registry = registry;
        this.evaluations = evaluations;
    }

    @Operation(operationId = "compareModels", summary = "Compare two models on the test split", description = """
                    Accuracy of both, McNemar's test of whether the difference may be chance, and the pictures that they take \
                    for different digits. The header Accept chooses: JSON, or a PNG with these pictures.

                        curl 'localhost:8080/api/v1/models/compare?a=live&b=2'
                        curl -H 'Accept: image/png' 'localhost:8080/api/v1/models/compare?a=live&b=2' > differences.png
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The comparison.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ComparisonResponse.class)),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary"))
            })
    @Problems({
        ProblemType.NOT_FOUND,
        ProblemType.NOT_ACCEPTABLE,
        ProblemType.INVALID_FIELDS,
        ProblemType.UNFIT_MODEL,
        ProblemType.EVALUATION_NOT_READY
    })
    @GetMapping(ModelController.PATH + "/compare")
    ResponseEntity<Object> compare(
            @Parameter(description = ModelController.REFERENCE, schema = @Schema(type = "string", example = "live"))
                    @RequestParam
                    ModelReference a,
            @Parameter(description = ModelController.REFERENCE, schema = @Schema(type = "string", example = "1"))
                    @RequestParam
                    ModelReference b,
            @Parameter(description = "Pictures at most") @RequestParam(defaultValue = "25") @Min(1) @Max(100) int limit,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = FORMS.preferredBy(request);
        long first = registry.resolve(a);
        long second = registry.resolve(b);
        Comparison comparison = evaluations.compare(first, second);
        Object body = type.equals(MediaType.IMAGE_PNG)
                ? new ComparisonPicture(first, second, comparison, limit).grid().toPng()
                : ComparisonResponse.of(first, second, comparison, limit);
        return Representations.answer(type, "comparison", body);
    }
}

package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.training.TrainingService;
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

/** How a finished job's network does on the test split, and on which pictures it is right or wrong. */
@RestController
@RequestMapping(path = TrainingJobController.PATH)
@Tag(name = OpenApiConfiguration.TRAINING)
class EvaluationController {

    private final TrainingService training;
    private final Dataset dataset;

    EvaluationController(TrainingService training, Dataset dataset) {
        this.training = training;
        this.dataset = dataset;
    }

    @Operation(
            operationId = "getEvaluation",
            summary = "A finished job on the test split",
            description =
                    "Accuracy, loss, precision and recall of each class and the confusion matrix, as measured once"
                            + " when the job completed. The error rate is 1 − accuracy; the article prints the accuracy under the"
                            + " name of error rate. The header Accept chooses: JSON, or the confusion matrix as PNG or SVG.")
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
    @Problems({ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE, ProblemType.CONFLICTING_STATE})
    @GetMapping("/{id}/evaluation")
    ResponseEntity<Object> evaluation(@PathVariable UUID id, NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = EvaluationForms.MATRIX.preferredBy(request);
        return forms(id).matrix(type);
    }

    @Operation(
            operationId = "getEvaluationExamples",
            summary = "Test pictures that the network got wrong, or right",
            description =
                    "The most confident ones first: the first wrong ones are the worst. The header Accept chooses:"
                            + " JSON, or a PNG with the pictures, each with its true and its predicted class and the"
                            + " confidence.")
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
        ProblemType.CONFLICTING_STATE,
        ProblemType.INVALID_FIELDS
    })
    @GetMapping("/{id}/evaluation/examples")
    ResponseEntity<Object> examples(
            @PathVariable UUID id,
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
        return forms(id)
                .examples(
                        new ExampleFilter(correct, label, predicted),
                        dataset.split(Split.TEST).images(),
                        limit,
                        type);
    }

    private EvaluationForms forms(UUID job) {
        return new EvaluationForms(EvaluationSubject.job(job), training.evaluation(job, Split.TEST));
    }
}

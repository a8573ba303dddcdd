package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Supplier;
import lenet.classification.ModelEvaluations;
import lenet.evaluation.Evaluation;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** What a registered model's confidence is worth, on the test split. */
@RestController
@RequestMapping(path = ModelController.PATH + "/{model}/evaluation")
@Tag(name = OpenApiConfiguration.MODELS)
class ModelConfidenceController {

    private static final Representations OFFERED =
            new Representations(MediaType.APPLICATION_JSON, MediaType.IMAGE_PNG, Representations.SVG);

    private final ModelRegistry registry;
    private final ModelEvaluations evaluations;

    ModelConfidenceController(ModelRegistry registry, ModelEvaluations evaluations) {
        this.registry = registry;
        this.evaluations = evaluations;
    }

    @Operation(
            operationId = "getModelReliability",
            summary = "How sure a model is, held against how often it is right",
            description = """
                    Where a model says 90 %, nine of ten test pictures should be right. The pictures are sorted by their \
                    confidence into 15 bins of equal width (Guo, Pleiss, Sun and Weinberger, 2017). The header Accept \
                    chooses: JSON, or a reliability diagram as PNG or SVG.

                        curl localhost:8080/api/v1/models/live/evaluation/reliability
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The bins.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ReliabilityResponse.class)),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string"))
            })
    @Problems({
        ProblemType.NOT_FOUND,
        ProblemType.NOT_ACCEPTABLE,
        ProblemType.UNFIT_MODEL,
        ProblemType.EVALUATION_NOT_READY
    })
    @GetMapping("/reliability")
    ResponseEntity<Object> reliability(
            @Parameter(description = ModelController.REFERENCE, schema = @Schema(type = "string", example = "live"))
                    @PathVariable
                    ModelReference model,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = OFFERED.preferredBy(request);
        long version = registry.resolve(model);
        Evaluation evaluation = evaluations.evaluate(version);
        ReliabilityPicture picture = new ReliabilityPicture(version, evaluation);
        Object body = in(
                type,
                () -> ReliabilityResponse.of(version, evaluation.reliability()),
                () -> picture.plot().toPng(),
                () -> picture.plot().toSvg());
        return Representations.answer(type, "reliability", body);
    }

    @Operation(
            operationId = "getModelRejection",
            summary = "A model's error rate when it may reject what it is unsure of",
            description = """
                    The error rate among the accepted test pictures, and the threshold, over the share that is rejected; and \
                    the share to reject for 0.5 % error, which is what the paper's figure 10 reports. The threshold is what \
                    `rejectBelow` takes when classifying. The header Accept chooses: JSON, or the curve as PNG or SVG.

                        curl localhost:8080/api/v1/models/live/evaluation/rejection
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The curve.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = RejectionResponse.class)),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string"))
            })
    @Problems({
        ProblemType.NOT_FOUND,
        ProblemType.NOT_ACCEPTABLE,
        ProblemType.UNFIT_MODEL,
        ProblemType.EVALUATION_NOT_READY
    })
    @GetMapping("/rejection")
    ResponseEntity<Object> rejection(
            @Parameter(description = ModelController.REFERENCE, schema = @Schema(type = "string", example = "live"))
                    @PathVariable
                    ModelReference model,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = OFFERED.preferredBy(request);
        long version = registry.resolve(model);
        Evaluation evaluation = evaluations.evaluate(version);
        RejectionPicture picture = new RejectionPicture(version, evaluation);
        Object body = in(
                type,
                () -> RejectionResponse.of(version, evaluation.rejectionCurve()),
                () -> picture.plot().toPng(),
                () -> picture.plot().toSvg());
        return Representations.answer(type, "rejection", body);
    }

    private static Object in(MediaType type, Supplier<Object> json, Supplier<byte[]> png, Supplier<String> svg) {
        if (type.equals(MediaType.IMAGE_PNG)) {
            return png.get();
        }
        return type.equals(Representations.SVG) ? svg.get() : json.get();
    }
}

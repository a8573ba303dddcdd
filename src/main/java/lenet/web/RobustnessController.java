package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import lenet.classification.ModelRobustness;
import lenet.evaluation.Robustness;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** How a registered model does on test pictures that are noisy, blurred, turned or soiled. */
@RestController
@Tag(name = OpenApiConfiguration.MODELS)
class RobustnessController {

    private static final Representations OFFERED =
            new Representations(MediaType.APPLICATION_JSON, MediaType.IMAGE_PNG, Representations.SVG);

    private final ModelRegistry registry;
    private final ModelRobustness robustness;

    RobustnessController(ModelRegistry registry, ModelRobustness robustness) {
        this.registry = registry;
        this.robustness = robustness;
    }

    @Operation(operationId = "getModelRobustness", summary = "A model on corrupted test pictures", description = """
                    Accuracy and error rate on the test split under each corruption of `/api/v1/corruptions`, and their mean. \
                    The pictures go to the network as they are, without the normalisation that a classification has. Measured \
                    when somebody first asks, which takes some seconds; from then on the model's card shows it too. The header \
                    Accept chooses: JSON, or a bar chart as PNG or SVG.

                        curl localhost:8080/api/v1/models/live/evaluation/corruptions
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The errors under every corruption.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = RobustnessResponse.class)),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string"))
            })
    @Problems({
        ProblemType.NOT_FOUND,
        ProblemType.NOT_ACCEPTABLE,
        ProblemType.UNFIT_MODEL,
        ProblemType.EVALUATION_NOT_READY
    })
    @GetMapping(ModelController.PATH + "/{model}/evaluation/corruptions")
    ResponseEntity<Object> robustness(
            @Parameter(description = ModelController.REFERENCE, schema = @Schema(type = "string", example = "live"))
                    @PathVariable
                    ModelReference model,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = OFFERED.preferredBy(request);
        long version = registry.resolve(model);
        return Representations.answer(type, "corruptions", in(type, version, robustness.of(version)));
    }

    private static Object in(MediaType type, long version, Robustness measured) {
        if (type.equals(MediaType.IMAGE_PNG)) {
            return new RobustnessPicture(version, measured).plot().toPng();
        }
        return type.equals(Representations.SVG)
                ? new RobustnessPicture(version, measured).plot().toSvg()
                : RobustnessResponse.of(version, measured);
    }
}

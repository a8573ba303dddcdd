package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Collectors;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import lenet.model.ModelVersion;
import lenet.network.Kernels;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** Shows what a model's convolutions have learned to look for. */
@RestController
@Tag(name = OpenApiConfiguration.MODELS)
class KernelController {

    private static final Representations OFFERED = new Representations(MediaType.APPLICATION_JSON, MediaType.IMAGE_PNG);

    private static final String EVERY_LAYER = "all";

    private final ModelRegistry registry;

    KernelController(ModelRegistry registry) {
        this.registry = registry;
    }

    @Operation(operationId = "getKernels", summary = "The learned kernels of a model", description = """
                    The weights of a convolution, C1, C3 or C5, or of all of them, of which C5 is large. The header Accept \
                    chooses: JSON, or a picture.

                        curl -H 'Accept: image/png' 'localhost:8080/api/v1/models/live/kernels?layer=all' > kernels.png
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The kernels",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = KernelsResponse.class)),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary"))
            })
    @Problems({
        ProblemType.NOT_FOUND,
        ProblemType.NOT_ACCEPTABLE,
        ProblemType.INVALID_FIELDS,
        ProblemType.SINGLE_NETWORKS_ONLY
    })
    @GetMapping(ModelController.PATH + "/{model}/kernels")
    ResponseEntity<Object> kernels(
            @Parameter(description = ModelController.REFERENCE, schema = @Schema(type = "string", example = "live"))
                    @PathVariable
                    ModelReference model,
            @Parameter(description = "The convolution's name in the paper, or all") @RequestParam(defaultValue = "C1")
                    String layer,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = OFFERED.preferredBy(request);
        ModelVersion version = registry.get(model);
        List<Kernels> layers = chosen(
                layer,
                Kernels.of(version.model().architecture(), version.model().parameters()));
        Object body = type.equals(MediaType.IMAGE_PNG)
                ? new KernelsPicture(version.version(), layers).plot().toPng()
                : KernelsResponse.of(version.version(), layers);
        return Representations.answer(type, "kernels", body);
    }

    private static List<Kernels> chosen(String layer, List<Kernels> all) {
        if (layer.equals(EVERY_LAYER)) {
            return all;
        }
        List<Kernels> found =
                all.stream().filter(kernels -> kernels.layer().equals(layer)).toList();
        if (found.isEmpty()) {
            String names = all.stream().map(Kernels::layer).collect(Collectors.joining(", "));
            throw new InvalidFieldsException(
                    List.of(new FieldError("layer", "must be one of %s, %s".formatted(names, EVERY_LAYER), layer)));
        }
        return found;
    }
}

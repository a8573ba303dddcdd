package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** Shows what is done to the test pictures to try a model's robustness. */
@RestController
@Tag(name = OpenApiConfiguration.DATASET)
class CorruptionController {

    private static final Representations OFFERED = new Representations(MediaType.APPLICATION_JSON, MediaType.IMAGE_PNG);

    private final Dataset dataset;

    CorruptionController(Dataset dataset) {
        this.dataset = dataset;
    }

    @Operation(
            operationId = "listCorruptions",
            summary = "Ways in which test pictures are corrupted",
            description = """
                    Those of MNIST-C (N. Mu and J. Gilmer, 2019), made here, each of one severity; `identity` is the clean \
                    split. A model's errors under each are at `/api/v1/models/{model}/evaluation/corruptions`. The header \
                    Accept chooses: JSON, or a PNG with the same few digits under each.

                        curl -H 'Accept: image/png' localhost:8080/api/v1/corruptions > corruptions.png
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The corruptions",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = CorruptionsResponse.class)),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary"))
            })
    @Problems(ProblemType.NOT_ACCEPTABLE)
    @GetMapping("/api/v1/corruptions")
    ResponseEntity<Object> corruptions(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        MediaType type = OFFERED.preferredBy(request);
        Object body = type.equals(MediaType.IMAGE_PNG)
                ? new CorruptionsPicture(dataset.split(Split.TEST).images())
                        .grid()
                        .toPng()
                : CorruptionsResponse.all();
        return Representations.answer(type, "corruptions", body);
    }
}

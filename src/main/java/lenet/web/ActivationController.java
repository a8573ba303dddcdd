package lenet.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Supplier;
import lenet.classification.ClassificationService;
import lenet.classification.Insight;
import lenet.classification.RejectedPictureException;
import lenet.image.GrayImage;
import lenet.model.ModelReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** Shows what happens inside a network that classifies one picture. */
@RestController
@RequestMapping("/api/v1/classifications/activations")
@Tag(name = OpenApiConfiguration.CLASSIFICATION)
class ActivationController {

    private static final int MAX_PICTURE = 1 << 20;
    private static final int MAX_PIXELS_BODY = 1 << 20;
    private static final Representations OFFERED = new Representations(MediaType.APPLICATION_JSON, MediaType.IMAGE_PNG);

    private final ClassificationService classification;

    ActivationController(ClassificationService classification) {
        this.classification = classification;
    }

    @PostPicture
    @Operation(
            operationId = "lookInside",
            summary = "See what every layer makes of a picture",
            description = """
                    Classifies one picture, sent as for a classification or as `pixels` in JSON, and gives what each layer \
                    computed: the scaled input, the feature maps of C1, S2, C3 and S4, the units of C5 and F6, and the \
                    logits. The header Accept chooses: JSON, or a picture of all of them as in the paper's figure 2.

                        curl -H 'Content-Type: image/png' -H 'Accept: image/png' --data-binary @seven.png \
                    localhost:8080/api/v1/classifications/activations > inside.png
                    """,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "One picture. What a file is, is told from its bytes.",
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.IMAGE_PNG_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = PixelsSchema.class),
                                        examples =
                                                @ExampleObject(name = "A one, in rows", value = PixelsSchema.EXAMPLE))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "What every layer gives",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ActivationsResponse.class)),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary"))
            })
    @Problems({
        ProblemType.EMPTY_BODY,
        ProblemType.MALFORMED_REQUEST,
        ProblemType.NOT_ACCEPTABLE,
        ProblemType.TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.NOT_AN_IMAGE,
        ProblemType.DAMAGED_IMAGE,
        ProblemType.TOO_MANY_PIXELS,
        ProblemType.NO_INK,
        ProblemType.INVALID_FIELDS,
        ProblemType.NOT_FOUND,
        ProblemType.UNFIT_MODEL,
        ProblemType.SINGLE_NETWORKS_ONLY,
        ProblemType.OVERLOADED
    })
    ResponseEntity<Object> activationsOfBody(
            @RequestBody @BodyLimit(MAX_PICTURE) byte[] picture,
            @Parameter(
                            description = "Which model is to answer: a version or an alias; the live one if left out",
                            schema = @Schema(type = "string", example = "live"))
                    @RequestParam(required = false)
                    @Nullable
                    ModelReference model,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        return answer(() -> classification.lookInsidePicture(picture, model), request);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Hidden // Described together with the raw body.
    ResponseEntity<Object> activationsOfPixels(
            @RequestBody @BodyLimit(MAX_PIXELS_BODY) byte[] json,
            @RequestParam(required = false) @Nullable ModelReference model,
            NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        PixelsRequest pixels = PixelsRequest.read(json);
        List<GrayImage> pictures = pixels.pictures();
        if (pixels.isBatch()) {
            throw new InvalidFieldsException(List.of(
                    new FieldError("images", "must be left out: pixels, one picture", pictures.size() + " pictures")));
        }
        return answer(() -> classification.lookInside(pictures.get(0), model), request);
    }

    private static ResponseEntity<Object> answer(Supplier<Insight> look, NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = OFFERED.preferredBy(request);
        Insight insight;
        try {
            insight = look.get();
        } catch (RejectedPictureException e) {
            throw RefusedPicture.problem(e);
        }
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(type).varyBy(HttpHeaders.ACCEPT);
        return answer.body(
                type.equals(MediaType.IMAGE_PNG)
                        ? new ActivationsPicture(insight).plot().toPng()
                        : ActivationsResponse.of(insight));
    }
}

package lenet.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import lenet.classification.ClassificationService;
import lenet.classification.Prediction;
import lenet.classification.RejectedPictureException;
import lenet.model.ModelReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Classifies pictures of handwritten digits. The form of the answer follows from the form of the request, never from
 * the number of pictures: a raw body or {@code pixels} gets one classification, a form or {@code images} a list.
 */
@RestController
@RequestMapping(path = "/api/v1/classifications", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = OpenApiConfiguration.CLASSIFICATION)
class ClassificationController {

    private static final int MAX_PICTURE = 1 << 20;
    private static final int MAX_PIXELS_BODY = 4 << 20;

    private final ClassificationService classification;

    ClassificationController(ClassificationService classification) {
        this.classification = classification;
    }

    @PostPicture
    @Operation(
            operationId = "classify",
            summary = "Classify pictures of handwritten digits",
            description = """
                    Send one picture as the raw body, several as the files of a form (any field names, at most 100), \
                    or pixels as JSON. A picture is PNG, JPEG, GIF or BMP of at most 1 MiB and 4,000,000 pixels with \
                    one digit, dark on light or light on dark; it is found, centred and scaled as MNIST's pictures \
                    are. A form has at most 64 MiB, a JSON body 4 MiB.

                    A raw body or `pixels` is answered with one classification; a form or `images` always with a \
                    list, also when it holds one picture. One bad picture refuses the whole request; the problem's \
                    members `index` and `fileName` name the first.

                    With `rejectBelow` an answer that the network is less sure of has no digit: `"digit": null, \
                    "rejected": true`. Its confidence and probabilities stay.

                        curl -H 'Content-Type: image/png' --data-binary @seven.png localhost:8080/api/v1/classifications
                        curl -F file=@seven.png -F file=@three.jpg localhost:8080/api/v1/classifications
                        curl localhost:8080/api/v1/dataset/test/0 | jq '{pixels}' |
                          curl --json @- localhost:8080/api/v1/classifications
                    """,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "One picture or several. What a file is, is told from its bytes.",
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.IMAGE_PNG_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.IMAGE_JPEG_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.IMAGE_GIF_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "image/bmp", schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schema = @Schema(implementation = PictureForm.class)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = PixelsSchema.class),
                                        examples =
                                                @ExampleObject(name = "A one, in rows", value = PixelsSchema.EXAMPLE))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "One classification for a raw body or pixels, a list for a form or images",
            headers =
                    @Header(
                            name = ServerTiming.HEADER,
                            description = ServerTiming.DESCRIPTION,
                            schema = @Schema(type = "string", example = "network;dur=0.016")),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema =
                                    @Schema(oneOf = {ClassificationResponse.class, BatchClassificationResponse.class})))
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
        ProblemType.TOO_MANY_PICTURES,
        ProblemType.INVALID_FIELDS,
        ProblemType.NOT_FOUND,
        ProblemType.UNFIT_MODEL,
        ProblemType.OVERLOADED
    })
    ClassificationResponse classifyBody(
            @RequestBody @BodyLimit(MAX_PICTURE) byte[] picture,
            @Parameter(description = "Whether to answer with the 28×28 picture that the network saw")
                    @RequestParam(defaultValue = "false")
                    boolean normalised,
            @Parameter(
                            description = "Which model is to answer: a version or an alias; the live one if left out",
                            schema = @Schema(type = "string", example = "live"))
                    @RequestParam(required = false)
                    @Nullable
                    ModelReference model,
            @Parameter(
                            description = RejectBelow.DESCRIPTION,
                            schema = @Schema(type = "number", minimum = "0", maximum = "1", example = "0.9"))
                    @RequestParam(required = false)
                    @Nullable
                    RejectBelow rejectBelow,
            HttpServletResponse response) {
        RejectBelow threshold = Objects.requireNonNullElse(rejectBelow, RejectBelow.NOTHING);
        try {
            List<Prediction> predictions =
                    answered(classification.classifyPictures(List.of(picture), model), threshold, response);
            return ClassificationResponse.of(predictions.get(0), threshold, normalised);
        } catch (RejectedPictureException e) {
            throw RefusedPicture.problem(e);
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Hidden // Described together with the raw body.
    BatchClassificationResponse classifyForm(
            HttpServletRequest form,
            @RequestParam(defaultValue = "false") boolean normalised,
            @RequestParam(required = false) @Nullable ModelReference model,
            @RequestParam(required = false) @Nullable RejectBelow rejectBelow,
            HttpServletResponse response)
            throws IOException, ServletException {
        RejectBelow threshold = Objects.requireNonNullElse(rejectBelow, RejectBelow.NOTHING);
        UploadedPictures pictures = UploadedPictures.of(form.getParts());
        try {
            return BatchClassificationResponse.of(
                    answered(classification.classifyPictures(pictures, model), threshold, response),
                    pictures,
                    threshold,
                    normalised);
        } catch (RejectedPictureException e) {
            throw pictures.problem(e);
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Hidden // Described together with the raw body.
    Object classifyPixels(
            @RequestBody @BodyLimit(MAX_PIXELS_BODY) byte[] json,
            @RequestParam(defaultValue = "false") boolean normalised,
            @RequestParam(required = false) @Nullable ModelReference model,
            @RequestParam(required = false) @Nullable RejectBelow rejectBelow,
            HttpServletResponse response) {
        PixelsRequest pixels = PixelsRequest.read(json);
        RejectBelow threshold = Objects.requireNonNullElse(rejectBelow, RejectBelow.NOTHING);
        try {
            List<Prediction> predictions =
                    answered(classification.classify(pixels.pictures(), model), threshold, response);
            return pixels.isBatch()
                    ? BatchClassificationResponse.of(predictions, PictureNames.NONE, threshold, normalised)
                    : ClassificationResponse.of(predictions.get(0), threshold, normalised);
        } catch (RejectedPictureException e) {
            throw pixels.isBatch() ? PictureNames.NONE.problem(e) : RefusedPicture.problem(e);
        }
    }

    /** Says how long the network took, and counts what is rejected. */
    private List<Prediction> answered(
            List<Prediction> predictions, RejectBelow threshold, HttpServletResponse response) {
        predictions.stream()
                .findFirst()
                .ifPresent(first -> response.setHeader(ServerTiming.HEADER, ServerTiming.ofNetwork(first.pass())));
        classification.countUnsure((int) predictions.stream()
                .filter(prediction -> Boolean.TRUE.equals(threshold.rejects(prediction)))
                .count());
        return predictions;
    }
}

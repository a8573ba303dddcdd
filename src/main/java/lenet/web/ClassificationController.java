package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import lenet.classification.ClassificationService;
import lenet.classification.Prediction;
import lenet.classification.RejectedPictureException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
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
@Tag(name = "Classification", description = "Which digit is in the picture?")
@ApiResponse(
        responseCode = "400",
        description = "The body is empty (empty-body) or cannot be read (malformed-request)",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "406",
        description = "The answer is JSON, which the Accept header excludes (not-acceptable)",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "413",
        description = "More than 1 MiB in a picture, 4 MiB in a JSON body or 64 MiB in a form (too-large)",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "415",
        description = "The Content-Type is none of those listed (unsupported-media-type),"
                + " or the bytes are no PNG, JPEG, GIF or BMP (not-an-image)",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "422",
        description = "A picture is damaged (damaged-image), has more than 4,000,000 pixels (too-many-pixels) or shows"
                + " nothing (no-ink); there are more than 100 pictures (too-many-pictures); a pixel is not a whole"
                + " number of 0–255 (invalid-fields). Of several pictures the first bad one is named by the members"
                + " index and fileName.",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDetail.class),
                        examples = @ExampleObject(name = "A blank picture among several", value = """
                                                {"type": "/problems/no-ink", "title": "No ink found", "status": 422,
                                                 "detail": "picture 2 (blank.png): no ink found in the picture of 28×28 pixels: nothing stands out from its background; one digit, dark on light or light on dark, is accepted",
                                                 "instance": "/api/v1/classifications", "index": 2,
                                                 "fileName": "blank.png"}""")))
class ClassificationController {

    private static final int MAX_PICTURE = 1 << 20;
    private static final int MAX_PIXELS_BODY = 4 << 20;

    private static final String SUMMARY = "Classify pictures of handwritten digits";
    private static final String DESCRIPTION = """
            Send one picture as the raw body, several as the files of a form (any field names, at most 100), or pixels \
            as JSON. A picture is PNG, JPEG, GIF or BMP of at most 1 MiB and 4,000,000 pixels with one digit, dark on \
            light or light on dark; it is found, centred and scaled as MNIST's pictures are.

            A raw body or `pixels` is answered with one classification; a form or `images` always with a list, also \
            when it holds one picture. One bad picture refuses the whole request; the problem names it.

                curl -H 'Content-Type: image/png' --data-binary @seven.png localhost:8080/api/v1/classifications
                curl -F file=@seven.png -F file=@three.jpg localhost:8080/api/v1/classifications
                curl localhost:8080/api/v1/dataset/test/0 | jq '{pixels}' |
                  curl --json @- localhost:8080/api/v1/classifications
            """;

    private final ClassificationService classification;

    ClassificationController(ClassificationService classification) {
        this.classification = classification;
    }

    @PostMapping(
            consumes = {
                MediaType.IMAGE_PNG_VALUE,
                MediaType.IMAGE_JPEG_VALUE,
                MediaType.IMAGE_GIF_VALUE,
                "image/bmp",
                "image/x-ms-bmp",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @Operation(operationId = "classify", summary = SUMMARY, description = DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "One classification for a raw body or pixels, a list for a form or images",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema =
                                    @Schema(oneOf = {ClassificationResponse.class, BatchClassificationResponse.class})))
    ClassificationResponse classifyBody(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description =
                                    "The file's bytes; what they are is told from themselves, not from the Content-Type",
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
                                        schema = @Schema(type = "string", format = "binary"))
                            })
                    @RequestBody
                    @BodyLimit(MAX_PICTURE)
                    byte[] picture,
            @Parameter(description = "Whether to answer with the 28×28 picture that the network saw")
                    @RequestParam(defaultValue = "false")
                    boolean normalised) {
        try {
            return ClassificationResponse.of(
                    classification.classifyPictures(List.of(picture)).get(0), normalised);
        } catch (RejectedPictureException e) {
            throw RefusedPicture.problem(e);
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "classify",
            summary = SUMMARY,
            description = DESCRIPTION,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = PictureForm.class))))
    BatchClassificationResponse classifyForm(
            HttpServletRequest form, @RequestParam(defaultValue = "false") boolean normalised)
            throws IOException, ServletException {
        UploadedPictures pictures = UploadedPictures.of(form.getParts());
        try {
            return BatchClassificationResponse.of(classification.classifyPictures(pictures), pictures, normalised);
        } catch (RejectedPictureException e) {
            throw pictures.problem(e);
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "classify", summary = SUMMARY, description = DESCRIPTION)
    Object classifyPixels(
            @RequestBody @BodyLimit(MAX_PIXELS_BODY) PixelsRequest pixels,
            @RequestParam(defaultValue = "false") boolean normalised) {
        try {
            List<Prediction> predictions = classification.classify(pixels.pictures());
            return pixels.isBatch()
                    ? BatchClassificationResponse.of(predictions, PictureNames.NONE, normalised)
                    : ClassificationResponse.of(predictions.get(0), normalised);
        } catch (RejectedPictureException e) {
            throw pixels.isBatch() ? PictureNames.NONE.problem(e) : RefusedPicture.problem(e);
        }
    }
}

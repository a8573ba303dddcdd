package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import lenet.model.ModelFormat;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import lenet.model.ModelVersion;
import lenet.model.RunningSystem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Models as files for other programs. A version never changes, so that a client that has a file need not fetch it again. */
@RestController
@RequestMapping(path = ModelController.PATH + "/{model}")
@Tag(name = OpenApiConfiguration.MODELS)
class ModelFileController {

    private final ModelRegistry registry;
    private final RunningSystem system;

    ModelFileController(ModelRegistry registry, RunningSystem system) {
        this.registry = registry;
        this.system = system;
    }

    @Operation(operationId = "downloadSafetensors", summary = "A model as safetensors", description = """
                    The registry's own file: tensors as 32-bit floats, and in its metadata architecture, scaling, provenance and \
                    scores. Python reads it in one line, `safetensors.numpy.load_file("lenet5-1.safetensors")`; POST /api/v1/models \
                    takes it in.

                        curl -OJ localhost:8080/api/v1/models/live/safetensors
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The file.",
            headers = @Header(name = "ETag", description = "Its SHA-256", schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "The client has the file.", content = @Content)
    @Problems({ProblemType.NOT_FOUND})
    @GetMapping("/safetensors")
    ResponseEntity<byte[]> safetensors(
            @Parameter(description = ModelController.REFERENCE, schema = @Schema(type = "string", example = "live"))
                    @PathVariable
                    ModelReference model,
            WebRequest request) {
        return file(model, ModelFormat.SAFETENSORS, request);
    }

    @Operation(operationId = "downloadOnnx", summary = "A model as ONNX", description = """
                    For ONNX Runtime in any language, and whatever else reads ONNX. Takes `image`, `[N, 1, 28, 28]` floats of 0–255, pads \
                    and scales them itself, gives `logits` and `probabilities`. Provenance and scores stand in its metadata. POST \
                    /api/v1/models takes it in.

                        curl -OJ localhost:8080/api/v1/models/live/onnx
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The file.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "The client has the file.", content = @Content)
    @Problems({ProblemType.NOT_FOUND, ProblemType.SINGLE_NETWORKS_ONLY})
    @GetMapping("/onnx")
    ResponseEntity<byte[]> onnx(
            @Parameter(description = ModelController.REFERENCE, schema = @Schema(type = "string", example = "live"))
                    @PathVariable
                    ModelReference model,
            WebRequest request) {
        return file(model, ModelFormat.ONNX, request);
    }

    @Operation(operationId = "downloadDl4j", summary = "A model for Deeplearning4j", description = """
                    A zip for `ModelSerializer.restoreMultiLayerNetwork`, of Deeplearning4j's own layers and without serialised Java \
                    objects. Takes pictures `[N, 1, 28, 28]` of 0–255, pads and scales them itself, gives probabilities. It is not taken \
                    in again: a zip of that kind can make a program run code.

                        curl -OJ localhost:8080/api/v1/models/live/dl4j
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "The client has the file.", content = @Content)
    @Problems({ProblemType.NOT_FOUND, ProblemType.SINGLE_NETWORKS_ONLY, ProblemType.UNAVAILABLE})
    @GetMapping("/dl4j")
    ResponseEntity<byte[]> dl4j(
            @Parameter(description = ModelController.REFERENCE, schema = @Schema(type = "string", example = "live"))
                    @PathVariable
                    ModelReference model,
            WebRequest request) {
        return file(model, ModelFormat.DL4J, request);
    }

    /** The file, or the answer that the client has it: it is known by the SHA-256 of the version, and by its format. */
    private ResponseEntity<byte[]> file(ModelReference reference, ModelFormat format, WebRequest request) {
        ModelVersion version = registry.get(reference);
        String tag =
                "\"%s%s\"".formatted(version.sha256(), format == ModelFormat.SAFETENSORS ? "" : "-" + format.label());
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("%s-%d.%s".formatted(version.model().name(), version.version(), format.ending()))
                .build();
        return ResponseEntity.ok()
                .eTag(tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.valueOf(format.mediaType()))
                .body(format.write(version, system));
    }
}

package lenet.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import lenet.classification.ModelImports;
import lenet.model.ModelAliases;
import lenet.model.ModelFileException;
import lenet.model.ModelImport;
import lenet.model.ModelVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes models in from files. */
@RestController
@RequestMapping(path = ModelController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = OpenApiConfiguration.MODELS)
class ModelImportController {

    private static final int MOST_BYTES = 4 << 20;

    private final ModelImports models;
    private final ModelAliases aliases;

    ModelImportController(ModelImports models, ModelAliases aliases) {
        this.models = models;
        this.aliases = aliases;
    }

    @Operation(operationId = "importModel", summary = "Take a model in from a file", description = """
                    A safetensors or an ONNX file of one of this service's architectures, from this service or from PyTorch or Keras \
                    (docs/model-files.md says what exactly), as the raw body or as the one file of a form, at most 4 MiB. What it is, is \
                    told from its bytes. The model is evaluated on the validation and the test split and registered; it goes live only \
                    when an alias is set. The same file again gives the same version.

                    `mean` and `scale` say what the network's inputs were made with, (pixel / 255 − mean) · scale, where the file does \
                    not: torchvision's `Normalize((0.1307,), (0.3081,))` is mean 0.1307 and scale 3.2457.

                        curl -H 'Content-Type: application/octet-stream' --data-binary @lenet5.onnx localhost:8080/api/v1/models
                    """)
    @ApiResponse(
            responseCode = "201",
            description = "The new version, with what it scores.",
            headers =
                    @Header(
                            name = "Location",
                            description = "The model's address",
                            schema = @Schema(type = "string", format = "uri-reference")),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ModelResponse.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The version that this file has become before.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ModelResponse.class)))
    @Problems({
        ProblemType.EMPTY_BODY,
        ProblemType.TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.INVALID_FIELDS,
        ProblemType.UNREADABLE_MODEL,
        ProblemType.UNFIT_MODEL,
        ProblemType.MODELS_FULL,
        ProblemType.EVALUATION_NOT_READY
    })
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<ModelResponse> importModel(
            @RequestBody @BodyLimit(MOST_BYTES) byte[] file,
            @Parameter(description = "Mean that the inputs were centred by, 0 to 1", example = "0.1001")
                    @RequestParam(required = false)
                    @DecimalMin("0")
                    @DecimalMax("1")
                    @Nullable
                    Double mean,
            @Parameter(description = "What they were multiplied by after that", example = "1")
                    @RequestParam(required = false)
                    @DecimalMin("0.001")
                    @DecimalMax("1000")
                    @Nullable
                    Double scale) {
        try {
            ModelImport.Result result = models.add(file, mean, scale);
            ModelVersion version = result.version();
            URI location = new ServiceAddress(ModelController.PATH + "/" + version.version()).uri();
            ResponseEntity.BodyBuilder answer = result.isNew()
                    ? ResponseEntity.created(location)
                    : ResponseEntity.ok().location(location);
            return answer.body(ModelResponse.of(version.summary(), aliases.all()));
        } catch (ModelFileException e) {
            throw new ProblemException(ProblemType.UNREADABLE_MODEL, String.valueOf(e.getMessage()));
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Hidden // Described together with the raw body.
    ResponseEntity<ModelResponse> importForm(
            HttpServletRequest form,
            @RequestParam(required = false) @DecimalMin("0") @DecimalMax("1") @Nullable Double mean,
            @RequestParam(required = false) @DecimalMin("0.001") @DecimalMax("1000") @Nullable Double scale)
            throws IOException, ServletException {
        UploadedPictures files = UploadedPictures.of(form.getParts());
        if (files.files().size() != 1) {
            throw new InvalidFieldsException(List.of(
                    new FieldError("file", "must be one file", files.files().size() + " files")));
        }
        if (files.files().get(0).getSize() > MOST_BYTES) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE,
                    "the file has %,d bytes; at most %,d are accepted here"
                            .formatted(files.files().get(0).getSize(), MOST_BYTES));
        }
        return importModel(files.iterator().next(), mean, scale);
    }
}

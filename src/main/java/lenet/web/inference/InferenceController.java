package lenet.web.inference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import lenet.classification.ClassificationService;
import lenet.classification.Inference;
import lenet.dataset.Images;
import lenet.web.BodyLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Open Inference Protocol, version 2: health, metadata and inference for its clients and for KServe. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Open Inference Protocol",
        description =
                "Version 2, which KServe, Triton and their clients speak. A model's name is an alias (live, candidate, …)"
                        + " or an architecture (lenet5: the live model, or the version asked for)")
class InferenceController {

    private static final int MOST_BYTES = 16 << 20;
    private static final String MODEL = "/v2/models/{model}";
    private static final String VERSION = MODEL + "/versions/{version}";

    private final ServedModels models;
    private final ClassificationService classification;
    private final ApplicationAvailability availability;
    private final BuildProperties build;

    InferenceController(
            ServedModels models,
            ClassificationService classification,
            ApplicationAvailability availability,
            BuildProperties build) {
        this.models = models;
        this.classification = classification;
        this.availability = availability;
        this.build = build;
    }

    @Operation(operationId = "getInferenceServer", summary = "What the server is")
    @ApiResponse(responseCode = "200", description = "Name, version and extensions.")
    @GetMapping({"/v2", "/v2/"})
    ServerMetadata server() {
        return new ServerMetadata(
                String.valueOf(build.getArtifact()), String.valueOf(build.getVersion()), List.of("binary_tensor_data"));
    }

    @Operation(operationId = "getInferenceServerLive", summary = "Whether the server lives")
    @ApiResponse(responseCode = "200", description = "It does.")
    @ApiResponse(responseCode = "503", description = "It does not.")
    @GetMapping("/v2/health/live")
    ResponseEntity<ServerHealth> live() {
        return health(availability.getLivenessState() == LivenessState.CORRECT);
    }

    @Operation(
            operationId = "getInferenceServerReady",
            summary = "Whether the server takes requests",
            description = "It does not wait for a model: each model's readiness is asked for by itself.")
    @ApiResponse(responseCode = "200", description = "It does.")
    @ApiResponse(responseCode = "503", description = "It starts or stops.")
    @GetMapping("/v2/health/ready")
    ResponseEntity<ServerHealth> ready() {
        return health(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Operation(operationId = "getInferenceModel", summary = "What a model takes and gives")
    @ApiResponse(responseCode = "200", description = "Versions, inputs and outputs.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such model.",
            content = @Content(schema = @Schema(implementation = InferenceError.class)))
    @GetMapping(MODEL)
    ModelMetadata metadata(@Parameter(example = "live") @PathVariable String model) {
        return ModelMetadata.of(model, models.versions(model, null));
    }

    @Operation(operationId = "getInferenceModelVersion", summary = "What a version of a model takes and gives")
    @ApiResponse(responseCode = "200", description = "Versions, inputs and outputs.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such model or version.",
            content = @Content(schema = @Schema(implementation = InferenceError.class)))
    @GetMapping(VERSION)
    ModelMetadata metadata(
            @Parameter(example = "lenet5") @PathVariable String model,
            @Parameter(example = "1") @PathVariable String version) {
        return ModelMetadata.of(model, models.versions(model, version));
    }

    @Operation(operationId = "getInferenceModelReady", summary = "Whether a model answers")
    @ApiResponse(responseCode = "200", description = "It does.")
    @ApiResponse(responseCode = "503", description = "It does not.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such model.",
            content = @Content(schema = @Schema(implementation = InferenceError.class)))
    @GetMapping(MODEL + "/ready")
    ResponseEntity<ModelReadiness> modelReady(@Parameter(example = "live") @PathVariable String model) {
        return readiness(models.get(model, null));
    }

    @Operation(operationId = "getInferenceModelVersionReady", summary = "Whether a version of a model answers")
    @ApiResponse(responseCode = "200", description = "It does.")
    @ApiResponse(responseCode = "503", description = "It does not.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such model or version.",
            content = @Content(schema = @Schema(implementation = InferenceError.class)))
    @GetMapping(VERSION + "/ready")
    ResponseEntity<ModelReadiness> modelReady(
            @Parameter(example = "lenet5") @PathVariable String model,
            @Parameter(example = "1") @PathVariable String version) {
        return readiness(models.get(model, version));
    }

    @Operation(operationId = "infer", summary = "Ask a model about pictures", description = """
                    One input, `image`: 1 to 1,000 pictures of 28×28 in MNIST's form, light ink on 0, as UINT8 or as FP32 of the \
                    same numbers; the model pads and scales them itself. Outputs: `logits`, `probabilities` and `digit`. Tensors \
                    may come and go in binary form (binary_tensor_data). What is not in MNIST's form yet, a photograph say, \
                    belongs to POST /api/v1/classifications.
                    """)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = InferenceRequest.class),
                            examples = @ExampleObject(name = "A one", value = InferenceExample.ONE)))
    @ApiResponse(
            responseCode = "200",
            description = "The outputs.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = InferenceResponse.class)))
    @ApiResponse(
            responseCode = "400",
            description = "The request is not what the model takes.",
            content = @Content(schema = @Schema(implementation = InferenceError.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such model.",
            content = @Content(schema = @Schema(implementation = InferenceError.class)))
    @PostMapping(
            path = MODEL + "/infer",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<byte[]> infer(
            @Parameter(example = "live") @PathVariable String model,
            @Parameter(description = "Bytes of JSON before tensors in binary form")
                    @RequestHeader(name = InferenceBody.HEADER, required = false)
                    @Nullable
                    Integer jsonLength,
            @RequestBody @BodyLimit(MOST_BYTES) byte[] body) {
        return answer(models.get(model, null), new InferenceBody(body, jsonLength));
    }

    @Operation(
            operationId = "inferWithVersion",
            summary = "Ask a version of a model about pictures",
            description = "As infer, for one version.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = InferenceRequest.class),
                            examples = @ExampleObject(name = "A one", value = InferenceExample.ONE)))
    @ApiResponse(
            responseCode = "200",
            description = "The outputs.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = InferenceResponse.class)))
    @ApiResponse(
            responseCode = "400",
            description = "The request is not what the model takes.",
            content = @Content(schema = @Schema(implementation = InferenceError.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such model or version.",
            content = @Content(schema = @Schema(implementation = InferenceError.class)))
    @PostMapping(
            path = VERSION + "/infer",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<byte[]> infer(
            @Parameter(example = "lenet5") @PathVariable String model,
            @Parameter(example = "1") @PathVariable String version,
            @Parameter(description = "Bytes of JSON before tensors in binary form")
                    @RequestHeader(name = InferenceBody.HEADER, required = false)
                    @Nullable
                    Integer jsonLength,
            @RequestBody @BodyLimit(MOST_BYTES) byte[] body) {
        return answer(models.get(model, version), new InferenceBody(body, jsonLength));
    }

    private ResponseEntity<byte[]> answer(ServedModel model, InferenceBody body) {
        InferenceRequest request = body.request();
        Images images = ModelInput.read(request.inputs(), body.binary());
        Inference inference = classification.infer(images, model.reference());
        InferenceBody answer = InferenceBody.answer(model.name(), request, inference);
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        if (answer.jsonLength() == null) {
            return response.contentType(MediaType.APPLICATION_JSON).body(answer.bytes());
        }
        return response.contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(InferenceBody.HEADER, String.valueOf(answer.jsonLength()))
                .body(answer.bytes());
    }

    private ResponseEntity<ModelReadiness> readiness(ServedModel model) {
        boolean ready = classification.isAnswering(model.reference());
        return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ModelReadiness(model.name(), ready));
    }

    private static ResponseEntity<ServerHealth> health(boolean well) {
        return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ServerHealth(well, well));
    }
}

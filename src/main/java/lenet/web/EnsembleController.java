package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lenet.ensemble.EnsembleMember;
import lenet.ensemble.EnsembleRun;
import lenet.ensemble.EnsembleService;
import lenet.training.JobState;
import lenet.training.TrainingJob;
import lenet.training.TrainingService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ensembles: submit, list, look at, cancel, delete. */
@RestController
@RequestMapping(path = EnsembleController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = OpenApiConfiguration.ENSEMBLES)
class EnsembleController {

    static final String PATH = "/api/v1/ensembles";

    private static final int MOST_BYTES = 64 * 1024;

    private final EnsembleService ensembles;
    private final TrainingService training;
    private final EnsembleReader reader;

    EnsembleController(EnsembleService ensembles, TrainingService training, EnsembleReader reader) {
        this.ensembles = ensembles;
        this.training = training;
        this.reader = reader;
    }

    @Operation(
            operationId = "submitEnsemble",
            summary = "Submit an ensemble",
            description = "Puts a training job into the queue for every network, each with a seed of its own, and makes"
                    + " one model of them when all are trained; or makes one of models that are there. Boosted networks"
                    + " are trained one after the other, each on what is hard for those before it. Send an"
                    + " Idempotency-Key, and the same submission may be sent twice. The body is at most 64 kB.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = EnsembleRequest.class),
                                            examples = {
                                                @ExampleObject(
                                                        name = "an-average",
                                                        summary = "Three short trainings, their probabilities averaged",
                                                        value = EnsembleController.AVERAGE),
                                                @ExampleObject(
                                                        name = "boosted",
                                                        summary = "The paper's boosted LeNet-4, shortened",
                                                        value = EnsembleController.BOOSTED)
                                            })))
    @ApiResponse(
            responseCode = "202",
            description = "The ensemble; its jobs wait for their turn.",
            headers =
                    @Header(
                            name = "Location",
                            description = "The ensemble's address",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @Problems({
        ProblemType.MALFORMED_REQUEST,
        ProblemType.EMPTY_BODY,
        ProblemType.TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.INVALID_FIELDS,
        ProblemType.CONFLICTING_STATE,
        ProblemType.IDEMPOTENCY_KEY_REUSED,
        ProblemType.MODELS_FULL,
        ProblemType.QUEUE_FULL
    })
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<EnsembleResponse> submit(
            @RequestBody @BodyLimit(MOST_BYTES) EnsembleRequest request,
            @Parameter(
                            in = ParameterIn.HEADER,
                            description =
                                    "A name for this submission, made up by the client; 1 to 255 visible characters",
                            schema = @Schema(type = "string", minLength = 1, maxLength = 255))
                    @RequestHeader(name = IdempotencyKeys.HEADER, required = false)
                    @Nullable
                    String idempotencyKey) {
        EnsembleRun run = ensembles.submit(reader.read(request), IdempotencyKeys.of(idempotencyKey, request));
        return ResponseEntity.accepted()
                .location(new ServiceAddress(PATH + "/" + run.id()).uri())
                .body(response(run));
    }

    @Operation(
            operationId = "listEnsembles",
            summary = "List ensembles",
            description = "One page of ensembles, the newest first. A page past the last one is empty.")
    @ApiResponse(responseCode = "200", description = "The page.")
    @Problems({ProblemType.INVALID_FIELDS})
    @GetMapping
    EnsemblePage list(
            @Parameter(description = "Page, 0 for the first") @RequestParam(defaultValue = "0") @Min(0) @Max(10_000_000)
                    int page,
            @Parameter(description = "Ensembles a page") @RequestParam(defaultValue = "20") @Min(1) @Max(100)
                    int size) {
        EnsembleService.Page found = ensembles.list(page * size, size);
        return new EnsemblePage(
                found.ensembles().stream().map(this::response).toList(),
                page,
                size,
                found.total(),
                (found.total() + size - 1) / size);
    }

    @Operation(
            operationId = "getEnsemble",
            summary = "Look at an ensemble",
            description = "State, networks and, once it has completed, the model.")
    @ApiResponse(responseCode = "200", description = "The ensemble as it stands.")
    @Problems({ProblemType.NOT_FOUND})
    @GetMapping("/{id}")
    EnsembleResponse get(@PathVariable UUID id) {
        return response(ensembles.find(id));
    }

    @Operation(
            operationId = "cancelEnsemble",
            summary = "Cancel an ensemble",
            description = "Cancels all of its jobs that have not ended; models that are trained stay. Cancelling a"
                    + " cancelled ensemble again changes nothing.")
    @ApiResponse(
            responseCode = "202",
            description = "The ensemble; a job may be RUNNING until its node has seen the wish.")
    @Problems({ProblemType.NOT_FOUND, ProblemType.CONFLICTING_STATE})
    @PostMapping("/{id}/cancel")
    ResponseEntity<EnsembleResponse> cancel(@PathVariable UUID id) {
        return ResponseEntity.accepted().body(response(ensembles.cancel(id)));
    }

    @Operation(
            operationId = "deleteEnsemble",
            summary = "Delete an ensemble",
            description = "Forgets an ensemble that has ended. Its jobs and all models stay, its own among them.")
    @ApiResponse(responseCode = "204", description = "The ensemble is gone.", content = @Content)
    @Problems({ProblemType.NOT_FOUND, ProblemType.CONFLICTING_STATE})
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id) {
        ensembles.delete(id);
        return ResponseEntity.noContent().build();
    }

    private EnsembleResponse response(EnsembleRun run) {
        List<UUID> jobs = run.members().stream()
                .map(EnsembleMember::job)
                .filter(Objects::nonNull)
                .toList();
        Map<UUID, JobState> states =
                training.findAll(jobs).stream().collect(Collectors.toMap(TrainingJob::id, TrainingJob::state));
        return EnsembleResponse.of(run, states);
    }

    private static final String AVERAGE = """
            {
              "name": "three quick ones",
              "recipe": {"recipe": "fast", "epochs": 1},
              "members": 3,
              "combination": "average"
            }
            """;

    private static final String BOOSTED = """
            {
              "name": "boosted",
              "recipe": {"recipe": "accurate", "architecture": "boosted-lenet4", "epochs": 5}
            }
            """;
}

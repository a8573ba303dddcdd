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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.evaluation.LearningCurve;
import lenet.network.Engines;
import lenet.training.JobOrder;
import lenet.training.JobState;
import lenet.training.NewTrainingJob;
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

/** Training jobs: submit, list, look at, cancel, delete. */
@RestController
@RequestMapping(path = TrainingJobController.PATH)
@Tag(name = OpenApiConfiguration.TRAINING)
class TrainingJobController {

    static final String PATH = "/api/v1/training-jobs";

    private static final int MOST_BYTES = 64 * 1024;

    private final TrainingService training;
    private final Engines engines;
    private final Dataset dataset;

    TrainingJobController(TrainingService training, Engines engines, Dataset dataset) {
        this.training = training;
        this.engines = engines;
        this.dataset = dataset;
    }

    @Operation(
            operationId = "submitTrainingJob",
            summary = "Submit a training job",
            description =
                    "Puts a job into the queue and answers at once; a node runs one after another. Follow it by its"
                            + " events, or poll the address in Location. Without a body the job has the default recipe, the"
                            + " article's. The body is at most 64 kB. With an Idempotency-Key the same request may be sent again, when its"
                            + " answer got lost: it gives the same job.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = TrainingJobRequest.class),
                                            // Sorted by name in the document; a page offers the first.
                                            examples = {
                                                @ExampleObject(
                                                        name = "a-few-seconds",
                                                        summary = "Two epochs, a few seconds",
                                                        value = "{\"epochs\": 2, \"name\": \"first try\"}"),
                                                @ExampleObject(
                                                        name = "adam",
                                                        summary = "Adam with clipped gradients",
                                                        value = "{\"optimiser\": \"adam\", \"gradientClipping\": 5,"
                                                                + " \"epochs\": 5}"),
                                                @ExampleObject(
                                                        name = "the-article",
                                                        summary = "The article's recipe",
                                                        value = "{}"),
                                                @ExampleObject(
                                                        name = "every-field",
                                                        summary = "Every field but adam's own",
                                                        value = TrainingJobController.EVERY_FIELD)
                                            })))
    @ApiResponse(
            responseCode = "202",
            description = "The job waits for its turn.",
            headers =
                    @Header(
                            name = "Location",
                            description = "The job's address",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @Problems({
        ProblemType.MALFORMED_REQUEST,
        ProblemType.TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.INVALID_FIELDS,
        ProblemType.CONFLICTING_STATE,
        ProblemType.IDEMPOTENCY_KEY_REUSED,
        ProblemType.MODELS_FULL,
        ProblemType.QUEUE_FULL
    })
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrainingJobResponse> submit(
            @RequestBody(required = false) @BodyLimit(MOST_BYTES) @Valid @Nullable TrainingJobRequest request,
            @Parameter(
                            in = ParameterIn.HEADER,
                            description =
                                    "A name for this submission, made up by the client; 1 to 255 visible characters",
                            schema = @Schema(type = "string", minLength = 1, maxLength = 255))
                    @RequestHeader(name = IdempotencyKeys.HEADER, required = false)
                    @Nullable
                    String idempotencyKey) {
        TrainingJobRequest given = request == null ? TrainingJobRequest.DEFAULTS : request;
        NewTrainingJob wanted = given.toJob(
                engines.preferred().name(), dataset.split(Split.TRAIN).count());
        TrainingJob job = training.submit(wanted, IdempotencyKeys.of(idempotencyKey, given));
        return ResponseEntity.accepted()
                .location(new ServiceAddress(PATH + "/" + job.id()).uri())
                .body(response(job));
    }

    @Operation(
            operationId = "listTrainingJobs",
            summary = "List training jobs",
            description =
                    "One page of jobs, the newest first unless sort says otherwise: validationLoss puts the one with the"
                            + " smallest of any epoch first. A page past the last one is empty.")
    @ApiResponse(responseCode = "200", description = "The page.")
    @Problems({ProblemType.INVALID_FIELDS})
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    TrainingJobPage list(
            @Parameter(description = "Page, 0 for the first") @RequestParam(defaultValue = "0") @Min(0) @Max(10_000_000)
                    int page,
            @Parameter(description = "Jobs a page") @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
            @Parameter(
                            description = "Only jobs of this state; any case",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "QUEUED",
                                                "RUNNING",
                                                "PAUSED",
                                                "COMPLETED",
                                                "CANCELLED",
                                                "FAILED"
                                            }))
                    @RequestParam(required = false)
                    @OneOf(Vocabulary.JOB_STATE)
                    @Nullable
                    String state,
            @Parameter(
                            description = "What by; a hyphen before it turns the order round",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "-createdAt",
                                                "createdAt",
                                                "name",
                                                "-name",
                                                "state",
                                                "-state",
                                                "validationLoss",
                                                "-validationLoss"
                                            }))
                    @RequestParam(defaultValue = "-createdAt")
                    @OneOf(Vocabulary.JOB_ORDER)
                    String sort) {
        JobState only = state == null ? null : JobState.valueOf(state.toUpperCase(Locale.ROOT));
        boolean descending = sort.startsWith("-");
        JobOrder order = Words.JOB_ORDERS.value(descending ? sort.substring(1) : sort);
        TrainingService.Page found = training.list(only, order, descending, page * size, size);
        Map<UUID, LearningCurve> curves =
                training.curves(found.jobs().stream().map(TrainingJob::id).toList());
        List<TrainingJobResponse> jobs = found.jobs().stream()
                .map(job -> TrainingJobResponse.of(job, curves.getOrDefault(job.id(), new LearningCurve(List.of()))))
                .toList();
        return new TrainingJobPage(jobs, page, size, found.total(), (found.total() + size - 1) / size);
    }

    @Operation(
            operationId = "getTrainingJob",
            summary = "Look at a training job",
            description = "State, recipe, progress and, once it has ended, the model or the reason of the failure.")
    @ApiResponse(responseCode = "200", description = "The job as it stands.")
    @Problems({ProblemType.NOT_FOUND})
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    TrainingJobResponse get(@PathVariable UUID id) {
        return response(training.find(id));
    }

    @Operation(
            operationId = "cancelTrainingJob",
            summary = "Cancel a training job",
            description =
                    "Ends a job that waits or is paused at once and one that runs within two seconds, on whichever"
                            + " node; the curves so far are kept. Cancelling a cancelled job again changes nothing.")
    @ApiResponse(responseCode = "202", description = "The job; RUNNING until its node has seen the wish.")
    @Problems({ProblemType.NOT_FOUND, ProblemType.CONFLICTING_STATE})
    @PostMapping(path = "/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrainingJobResponse> cancel(@PathVariable UUID id) {
        return ResponseEntity.accepted().body(response(training.cancel(id)));
    }

    @Operation(
            operationId = "pauseTrainingJob",
            summary = "Pause a training job",
            description =
                    "Takes a job that waits out of the queue at once and stops one that runs within two seconds, on"
                            + " whichever node. It keeps its place in training, to the batch. Pausing a paused job again changes"
                            + " nothing.")
    @ApiResponse(responseCode = "202", description = "The job; RUNNING until its node has seen the wish.")
    @Problems({ProblemType.NOT_FOUND, ProblemType.CONFLICTING_STATE})
    @PostMapping(path = "/{id}/pause", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrainingJobResponse> pause(@PathVariable UUID id) {
        return ResponseEntity.accepted().body(response(training.pause(id)));
    }

    @Operation(
            operationId = "resumeTrainingJob",
            summary = "Resume a paused training job",
            description =
                    "Puts a paused job back into the queue; it ends with the weights of a job that was never paused.")
    @ApiResponse(responseCode = "202", description = "The job waits for its turn.")
    @Problems({ProblemType.NOT_FOUND, ProblemType.CONFLICTING_STATE, ProblemType.QUEUE_FULL})
    @PostMapping(path = "/{id}/resume", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrainingJobResponse> resume(@PathVariable UUID id) {
        return ResponseEntity.accepted().body(response(training.resume(id, null)));
    }

    @Operation(
            operationId = "retryTrainingJob",
            summary = "Retry a training job that failed or was cancelled",
            description = "Puts the job back into the queue, to go on from its last checkpoint.")
    @ApiResponse(responseCode = "202", description = "The job waits for its turn.")
    @Problems({ProblemType.NOT_FOUND, ProblemType.CONFLICTING_STATE, ProblemType.QUEUE_FULL, ProblemType.MODELS_FULL})
    @PostMapping(path = "/{id}/retry", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrainingJobResponse> retry(@PathVariable UUID id) {
        return ResponseEntity.accepted().body(response(training.retry(id)));
    }

    @Operation(
            operationId = "getTrainingJobHistory",
            summary = "Every change of a training job's state",
            description =
                    "When, from which state to which, written by which node, and why. A job whose node stopped or died"
                            + " is INTERRUPTED and at once QUEUED again.")
    @ApiResponse(responseCode = "200", description = "The transitions, the oldest first.")
    @Problems({ProblemType.NOT_FOUND})
    @GetMapping(path = "/{id}/history", produces = MediaType.APPLICATION_JSON_VALUE)
    JobHistoryResponse history(@PathVariable UUID id) {
        return JobHistoryResponse.of(training.history(id));
    }

    @Operation(
            operationId = "deleteTrainingJob",
            summary = "Delete a training job",
            description = "Removes a job that has ended, with its curves and its evaluation; the model it made stays.")
    @ApiResponse(responseCode = "204", description = "The job is gone.", content = @Content)
    @Problems({ProblemType.NOT_FOUND, ProblemType.CONFLICTING_STATE})
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id) {
        training.delete(id);
        return ResponseEntity.noContent().build();
    }

    private TrainingJobResponse response(TrainingJob job) {
        return TrainingJobResponse.of(job, training.curve(job.id()));
    }

    private static final String EVERY_FIELD = """
            {
              "architecture": "lenet5",
              "epochs": 20,
              "batchSize": 32,
              "learningRate": 0.01,
              "optimiser": "nesterov",
              "momentum": 0.9,
              "weightDecay": 0.0001,
              "gradientClipping": 5,
              "learningRateSchedule": "cosine",
              "seed": 42,
              "trainingImages": 5000,
              "earlyStopping": {
                "patience": 3,
                "minDelta": 0,
                "monitor": "validationLoss",
                "restoreBestWeights": true
              },
              "name": "first try",
              "notes": "Nesterov momentum and a cosine schedule",
              "promote": "ifBetter",
              "priority": 0,
              "maxDurationSeconds": 3600
            }
            """;
}

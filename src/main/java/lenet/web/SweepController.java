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
import java.util.UUID;
import lenet.sweep.SweepReport;
import lenet.sweep.SweepService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** Sweeps: submit, list, look at, cancel, delete. */
@RestController
@RequestMapping(path = SweepController.PATH)
@Tag(name = OpenApiConfiguration.SWEEPS)
class SweepController {

    static final String PATH = "/api/v1/sweeps";

    private static final int MOST_BYTES = 64 * 1024;
    private static final Representations REPRESENTATIONS = new Representations(
            MediaType.APPLICATION_JSON, Representations.CSV, MediaType.IMAGE_PNG, Representations.SVG);

    private final SweepService sweeps;
    private final SweepReader reader;

    SweepController(SweepService sweeps, SweepReader reader) {
        this.sweeps = sweeps;
        this.reader = reader;
    }

    @Operation(
            operationId = "submitSweep",
            summary = "Submit a sweep",
            description = "Puts a training job into the queue for every combination of a grid, or for as many random"
                    + " draws as asked for: all of them or none. Every trial is held to the rules of a single job. Send an Idempotency-Key, and"
                    + " the same submission may be sent twice. The body"
                    + " is at most 64 kB.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = SweepRequest.class),
                                            examples = {
                                                @ExampleObject(
                                                        name = "a-grid",
                                                        summary = "Six short trials of a grid",
                                                        value = SweepController.GRID),
                                                @ExampleObject(
                                                        name = "random-halving",
                                                        summary = "Nine random trials, the worse ones stopped early",
                                                        value = SweepController.RANDOM)
                                            })))
    @ApiResponse(
            responseCode = "202",
            description = "All trials wait for their turn.",
            headers =
                    @Header(
                            name = "Location",
                            description = "The sweep's address",
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
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SweepResponse> submit(
            @RequestBody @BodyLimit(MOST_BYTES) SweepRequest request,
            @Parameter(
                            in = ParameterIn.HEADER,
                            description =
                                    "A name for this submission, made up by the client; 1 to 255 visible characters",
                            schema = @Schema(type = "string", minLength = 1, maxLength = 255))
                    @RequestHeader(name = IdempotencyKeys.HEADER, required = false)
                    @Nullable
                    String idempotencyKey) {
        SweepReport report = sweeps.submit(reader.read(request), IdempotencyKeys.of(idempotencyKey, request));
        return ResponseEntity.accepted()
                .location(new ServiceAddress(PATH + "/" + report.sweep().id()).uri())
                .body(SweepResponse.of(report));
    }

    @Operation(
            operationId = "listSweeps",
            summary = "List sweeps",
            description = "One page of sweeps, the newest first. A page past the last one is empty.")
    @ApiResponse(responseCode = "200", description = "The page.")
    @Problems({ProblemType.INVALID_FIELDS})
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    SweepPage list(
            @Parameter(description = "Page, 0 for the first") @RequestParam(defaultValue = "0") @Min(0) @Max(10_000_000)
                    int page,
            @Parameter(description = "Sweeps a page") @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        SweepService.Page found = sweeps.list(page * size, size);
        return new SweepPage(
                found.sweeps().stream().map(SweepResponse::of).toList(),
                page,
                size,
                found.total(),
                (found.total() + size - 1) / size);
    }

    @Operation(
            operationId = "getSweep",
            summary = "Look at a sweep",
            description =
                    "State and ranked trials. The header Accept chooses: JSON; a CSV table of the trials (RFC 4180,"
                            + " with a header line); or a picture as PNG or SVG: parallel coordinates, or a scatter where just"
                            + " one number was swept.")
    @ApiResponse(
            responseCode = "200",
            description = "The sweep as it stands.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = SweepResponse.class)),
                @Content(
                        mediaType = "text/csv",
                        schema =
                                @Schema(
                                        type = "string",
                                        example =
                                                "rank,trial,jobId,learningRate,state,epochs,objective,bestEpoch,rung\r\n"
                                                        + "1,2,17788d7c-b437-4757-91b2-7f39a6832b39,0.03,COMPLETED,3,0.21,3,1"
                                                        + "\r\n")),
                @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string"))
            })
    @Problems({ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE})
    @GetMapping("/{id}")
    ResponseEntity<Object> get(@PathVariable UUID id, NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = REPRESENTATIONS.preferredBy(request);
        SweepReport report = sweeps.find(id);
        return Representations.answer(type, "sweep-" + id, in(type, report));
    }

    @Operation(
            operationId = "cancelSweep",
            summary = "Cancel a sweep",
            description =
                    "Cancels all of its jobs that have not ended; the curves so far are kept. Cancelling a cancelled"
                            + " sweep again changes nothing.")
    @ApiResponse(
            responseCode = "202",
            description = "The sweep; a job may be RUNNING until its node has seen the wish.")
    @Problems({ProblemType.NOT_FOUND, ProblemType.CONFLICTING_STATE})
    @PostMapping(path = "/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SweepResponse> cancel(@PathVariable UUID id) {
        return ResponseEntity.accepted().body(SweepResponse.of(sweeps.cancel(id)));
    }

    @Operation(
            operationId = "deleteSweep",
            summary = "Delete a sweep",
            description = "Removes a sweep that has ended, with its jobs and their curves; the models they made stay.")
    @ApiResponse(responseCode = "204", description = "The sweep is gone.", content = @Content)
    @Problems({ProblemType.NOT_FOUND, ProblemType.CONFLICTING_STATE})
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id) {
        sweeps.delete(id);
        return ResponseEntity.noContent().build();
    }

    private static Object in(MediaType type, SweepReport report) {
        if (type.equals(Representations.CSV)) {
            return new SweepTable(SweepResponse.of(report)).csv();
        }
        if (type.equals(MediaType.IMAGE_PNG)) {
            return new SweepPicture(report).toPng();
        }
        return type.equals(Representations.SVG) ? new SweepPicture(report).toSvg() : SweepResponse.of(report);
    }

    private static final String GRID = """
            {
              "name": "rates and batches",
              "recipe": {"epochs": 2, "trainingImages": 5000},
              "grid": {"learningRate": [0.01, 0.03, 0.1], "batchSize": [16, 32]}
            }
            """;

    private static final String RANDOM = """
            {
              "name": "rates and momentum",
              "recipe": {"epochs": 9, "trainingImages": 5000},
              "random": {
                "learningRate": {"min": 0.001, "max": 0.3, "scale": "log"},
                "momentum": {"min": 0, "max": 0.95}
              },
              "trials": 9,
              "objective": "validationAccuracy",
              "halving": {"eta": 3, "minEpochs": 1},
              "promote": "ifBetter"
            }
            """;
}

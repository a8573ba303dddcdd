package lenet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import lenet.training.TrainingJob;
import lenet.training.TrainingService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens to a job, while it happens. */
@RestController
@RequestMapping(path = TrainingJobController.PATH)
@Tag(name = OpenApiConfiguration.TRAINING)
class JobEventController {

    private static final Pattern SEQUENCE = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final TrainingService training;
    private final JobEventStreams streams;

    JobEventController(TrainingService training, JobEventStreams streams) {
        this.training = training;
        this.streams = streams;
    }

    @Operation(
            operationId = "followTrainingJob",
            summary = "Follow a training job (server-sent events)",
            description =
                    "Tells what has happened to the job and goes on until it has ended. Events state (one each time"
                            + " the job's state changes) and epoch (one each finished epoch) are numbered by id; a client that"
                            + " sends the last number it has seen in Last-Event-ID misses none and sees none twice. Events"
                            + " progress come in between, at most twice a second and without a number. The stream ends after the"
                            + " job's final state, and after an hour (lenet.events.max-life) in any case, to be asked for again."
                            + " Asked with the number of the final state it answers 204, upon which an EventSource gives up."
                            + " Swagger UI shows the events when the stream has ended; curl -N shows them as they"
                            + " come.")
    @ApiResponse(
            responseCode = "200",
            description = "The events.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject("""
                                    id:2
                                    event:state
                                    data:{"state":"RUNNING","at":"2026-01-01T00:00:00Z","reason":null}

                                    """)))
    @ApiResponse(
            responseCode = "204",
            description = "The job has ended, and Last-Event-ID is its last event.",
            content = @Content)
    @Problems({
        ProblemType.MALFORMED_REQUEST,
        ProblemType.NOT_FOUND,
        ProblemType.NOT_ACCEPTABLE,
        ProblemType.TOO_MANY_STREAMS
    })
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(
            @PathVariable UUID id,
            @Parameter(
                            in = ParameterIn.HEADER,
                            description = "Number of the last event seen; only later ones are sent",
                            schema = @Schema(type = "integer", minimum = "0"))
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId,
            HttpMethod method,
            HttpServletRequest request) {
        int seen = seen(lastEventId);
        TrainingJob job = training.find(id);
        if (job.state().isFinal() && training.eventsAfter(id, seen).isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                // Reverse proxies that buffer would hold the events back.
                .header("X-Accel-Buffering", "no");
        // A HEAD request has no body that could ever fail to be written, so its stream would keep its place.
        return method.equals(HttpMethod.HEAD)
                ? answer.build()
                : answer.body(streams.open(id, seen, ClientAddress.of(request.getRemoteAddr())));
    }

    private static int seen(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return 0;
        }
        if (!SEQUENCE.matcher(lastEventId).matches()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST,
                    "Last-Event-ID must be the number of an event of this stream, found " + new Quotation(lastEventId));
        }
        return Integer.parseInt(lastEventId);
    }
}

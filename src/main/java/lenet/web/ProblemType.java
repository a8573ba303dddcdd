package lenet.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Every kind of problem this service answers with (RFC 9457); {@code type} is {@code /problems/} and its name. */
public enum ProblemType {
    MALFORMED_REQUEST(
            HttpStatus.BAD_REQUEST,
            "The request cannot be read",
            "The request line, a header, a part or the JSON is not well-formed. The detail says what was found where."),
    INVALID_FIELDS(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Fields are missing or out of bounds",
            "The request can be read, but fields or parameters are unknown, of the wrong type, out of bounds or"
                    + " do not go together. "
                    + "The member errors lists each with its message, the value found and, where there is a list, the values accepted."),
    EMPTY_BODY(HttpStatus.BAD_REQUEST, "The body is empty", "The operation needs a body, and there was none."),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "The body is too large",
            "The body has more bytes than the operation reads. The detail names the bound."),
    HEADERS_TOO_LARGE(
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
            "The headers are too large",
            "The request line and the headers have more than 8 KB together, or there are more than 100 headers."),
    TOO_SLOW(
            HttpStatus.REQUEST_TIMEOUT,
            "The body came too slowly",
            "The body was announced, and did not come within the time that the service waits for one."),
    RANGE_NOT_SATISFIABLE(
            HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
            "No such range",
            "The header Range names bytes that there are not. The header Content-Range says how many there are."),
    EXPECTATION_FAILED(
            HttpStatus.EXPECTATION_FAILED,
            "The expectation cannot be met",
            "The header Expect asks for something else than 100-continue."),
    NOT_IMPLEMENTED(
            HttpStatus.NOT_IMPLEMENTED,
            "HTTP has this, the service has not",
            "The method is CONNECT, or the body comes in a Transfer-Encoding other than chunked."),
    VERSION_NOT_SUPPORTED(
            HttpStatus.HTTP_VERSION_NOT_SUPPORTED,
            "The version of HTTP is not supported",
            "The request line names a version of HTTP other than 1.0 and 1.1."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The body's type is not supported",
            "The Content-Type is none that the operation reads. The header Accept lists those it does."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "No representation of an accepted type",
            "The header Accept names no type that the operation writes. The detail lists those it does."),
    FOREIGN_HOST(
            HttpStatus.FORBIDDEN,
            "The service does not answer for this host",
            "The header Host names neither an address nor a name that is this service's, as when a page on the web has"
                    + " given its own name this machine's address. The detail says which names are accepted, and by which"
                    + " property another one is."),
    CROSS_SITE_REQUEST(
            HttpStatus.FORBIDDEN,
            "A page of another site may change nothing here",
            "By its headers Origin and Sec-Fetch-Site the request comes from a page that is not the service's own, and it"
                    + " would change or compute something. The detail says what was found and which property lets pages in."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "The method is not allowed here",
            "The path exists, but not for this method. The header Allow lists the methods it has."),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "There is nothing here",
            "No operation has this path, or what it names does not exist, or no longer."),
    CONFLICTING_STATE(
            HttpStatus.CONFLICT,
            "The state does not allow this",
            "What the operation is about is not in a state that allows it. The detail names its state and what would."),
    ALIAS_MOVED(
            HttpStatus.CONFLICT,
            "The alias does not point where you believed",
            "The alias points at another version than ifVersion says: somebody has moved it since you looked. The member found says where it points."),
    UNREADABLE_MODEL(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The file holds no model that this service runs",
            "The file is of no format that is taken in, damaged, or holds another network than this service's architectures. The detail names what stands in the way: the tensor, or the node."),
    UNFIT_MODEL(
            HttpStatus.CONFLICT,
            "The model does not compute as it should",
            "Loaded for this, the model gave other logits for a few digits than when it was registered, or none that are finite. It answers nobody."),
    SINGLE_NETWORKS_ONLY(
            HttpStatus.CONFLICT,
            "Only a single network has this",
            "The model is an ensemble, several networks that answer together, and what was asked for is there of a single"
                    + " network only. Ask for one of its members, which are models of their own."),
    MODELS_FULL(
            HttpStatus.INSUFFICIENT_STORAGE,
            "There is no room for another model",
            "The registry has as many models, or bytes of them, as it keeps, or will have once the jobs under way have ended."
                    + " Delete models that nobody needs."),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The Idempotency-Key came before with another body",
            "An Idempotency-Key names one submission. The same key with the same body gives the same job or sweep, with another body it is refused. The detail names the first."),
    QUEUE_FULL(
            HttpStatus.TOO_MANY_REQUESTS,
            "The training queue is full",
            "As many training jobs wait as the queue takes, or as many wait, run or are paused as may. Try again after the"
                    + " seconds in Retry-After, or cancel one."),
    TOO_MANY_STREAMS(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Too many event streams are open",
            "As many event streams are open as the service serves, or as many from one address as one client may have. Try again"
                    + " after the seconds in Retry-After, or poll the job."),
    NOT_AN_IMAGE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The body is not a picture",
            "The bytes are of no picture format that the service reads."),
    DAMAGED_IMAGE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The picture cannot be decoded",
            "The picture's format is known, but the file is cut off, corrupt or of a variant that is not supported."),
    TOO_MANY_PIXELS(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The picture has too many pixels",
            "The picture's header announces more pixels than the service decodes. The detail names the bound."),
    NO_INK(HttpStatus.UNPROCESSABLE_CONTENT, "No ink found", "The picture shows nothing that could be a digit."),
    TOO_MANY_PICTURES(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Too many pictures in one request",
            "The request has more pictures than the service classifies at once. The detail names the bound."),
    OVERLOADED(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Too many classifications are asked for",
            "As many requests wait for their classification as may, or this one has waited as long as it may. Nothing was"
                    + " classified. Try again after the seconds in Retry-After."),
    TOO_MANY_BODIES(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Too many bytes are being received",
            "Clients are sending as many bytes of bodies or forms as the service holds at once. Nothing of this request was"
                    + " done. Try again after the seconds in Retry-After."),
    EVALUATION_NOT_READY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The evaluation is not ready",
            "Evaluations take seconds and are computed one after another, each once for all who ask for it. As many requests"
                    + " wait for theirs as may, or this one has waited as long as it may, and its evaluation goes on. Try"
                    + " again after the seconds in Retry-After."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The service cannot answer now",
            "The database cannot be reached, as many figures wait to be drawn as may, a native library cannot"
                    + " be loaded, or the service is stopping. Try again after the seconds in Retry-After, where there are some."),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "An error of the service's own",
            "The service failed; its log says why. The request may be right.");

    private final HttpStatus status;
    private final String title;
    private final String explanation;

    ProblemType(HttpStatus status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The kind called {@code slug}, if there is one. */
    public static Optional<ProblemType> find(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The most general kind of that status. */
    static ProblemType of(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICTING_STATE;
            case 408 -> TOO_SLOW;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 416 -> RANGE_NOT_SATISFIABLE;
            case 417 -> EXPECTATION_FAILED;
            case 422 -> INVALID_FIELDS;
            case 431 -> HEADERS_TOO_LARGE;
            case 501 -> NOT_IMPLEMENTED;
            case 503 -> UNAVAILABLE;
            case 505 -> VERSION_NOT_SUPPORTED;
            default -> status.is4xxClientError() ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }

    /** The problem's name in its {@code type} URI, such as {@code no-ink}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its description's address, which is the {@code type} URI. */
    ServiceAddress address() {
        return new ServiceAddress("/problems/" + slug());
    }

    /** The HTTP status it comes with. */
    public HttpStatus status() {
        return status;
    }

    /** What it is, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** When it arises and what to do about it. */
    public String explanation() {
        return explanation;
    }

    /** What can be said of an occurrence of which nothing but the status is known. */
    String generalDetail() {
        return this == MALFORMED_REQUEST
                ? "the request line, a header or the framing of the body is not as HTTP has it, or the body broke off"
                : explanation;
    }

    /** A problem of this kind; {@code detail} says what was wrong, what was found and what is accepted. */
    public ProblemDetail detail(String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(address().uri());
        problem.setTitle(title);
        return problem;
    }
}

package lenet.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Every kind of problem this service answers with (RFC 9457); {@code type} is {@code /problems/} and its name. */
public enum ProblemType {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    INVALID_FIELDS(HttpStatus.UNPROCESSABLE_CONTENT, "Fields are missing or out of bounds"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not allowed here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No representation of an accepted type"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body's type is not supported"),
    CONFLICTING_STATE(HttpStatus.CONFLICT, "The job's state does not allow this"),
    QUEUE_FULL(HttpStatus.TOO_MANY_REQUESTS, "The training queue is full"),
    EMPTY_BODY(HttpStatus.BAD_REQUEST, "The body is empty"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    NOT_AN_IMAGE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is not a picture"),
    DAMAGED_IMAGE(HttpStatus.UNPROCESSABLE_CONTENT, "The picture cannot be decoded"),
    TOO_MANY_PIXELS(HttpStatus.UNPROCESSABLE_CONTENT, "The picture has too many pixels"),
    NO_INK(HttpStatus.UNPROCESSABLE_CONTENT, "No ink found"),
    TOO_MANY_PICTURES(HttpStatus.UNPROCESSABLE_CONTENT, "Too many pictures in one request"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The service cannot answer now"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "An error of the service's own");

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The problem's name in its {@code type} URI, such as {@code no-ink}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status it comes with. */
    public HttpStatus status() {
        return status;
    }

    /** What it is, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** A problem of this kind; {@code detail} says what was wrong, what was found and what is accepted. */
    public ProblemDetail detail(String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + slug()));
        problem.setTitle(title);
        return problem;
    }
}

package lenet.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;

/**
 * A request that ends in a problem. The type carries the status; {@code extensions} are further members of the problem
 * such as {@code index}, and their values are written as JSON.
 */
public final class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final transient Map<String, Object> extensions;
    private final int retryAfterSeconds;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, Map.of());
    }

    public ProblemException(ProblemType type, String detail, Map<String, ?> extensions) {
        this(type, detail, extensions, 0);
    }

    private ProblemException(ProblemType type, String detail, Map<String, ?> extensions, int retryAfterSeconds) {
        super(detail);
        this.type = type;
        this.extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** A problem that may be gone after so many seconds. */
    static ProblemException passing(ProblemType type, String detail, int retryAfterSeconds) {
        return new ProblemException(type, detail, Map.of(), retryAfterSeconds);
    }

    /** What kind of problem it is. */
    public ProblemType type() {
        return type;
    }

    /** The problem as it is answered. */
    public ProblemDetail toProblem() {
        ProblemDetail problem = type.detail(String.valueOf(getMessage()));
        extensions.forEach(problem::setProperty);
        return problem;
    }

    /** The headers it is answered with. */
    HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        if (retryAfterSeconds > 0) {
            headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds));
        }
        return headers;
    }
}

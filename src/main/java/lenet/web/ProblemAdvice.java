package lenet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lenet.classification.CallerLeftException;
import lenet.classification.EvaluationNotReadyException;
import lenet.classification.NoLiveModelException;
import lenet.classification.OverloadedException;
import lenet.dataset.DatasetException;
import lenet.ensemble.EnsembleKeyReusedException;
import lenet.ensemble.EnsembleNotFoundException;
import lenet.ensemble.EnsembleStateException;
import lenet.ensemble.EnsembleTooLargeException;
import lenet.image.NotDrawnException;
import lenet.model.AliasMovedException;
import lenet.model.AliasStateException;
import lenet.model.EnsembleException;
import lenet.model.ModelGoneException;
import lenet.model.ModelInUseException;
import lenet.model.ModelNotFoundException;
import lenet.model.ModelQuotaException;
import lenet.model.UnfitModelException;
import lenet.network.NativeLibraryException;
import lenet.sweep.SweepKeyReusedException;
import lenet.sweep.SweepNotFoundException;
import lenet.sweep.SweepStateException;
import lenet.sweep.SweepTooLargeException;
import lenet.training.DatabaseOutage;
import lenet.training.IdempotencyKeyReusedException;
import lenet.training.JobNotFoundException;
import lenet.training.JobStateException;
import lenet.training.QueueFullException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns every exception into a problem (RFC 9457), whatever type the client accepts. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int RETRY_QUEUE_SECONDS = 30;
    private static final int RETRY_DATABASE_SECONDS = 5;
    private static final int RETRY_CLASSIFICATION_SECONDS = 1;
    private static final int RETRY_EVALUATION_SECONDS = 5;
    private static final int RETRY_DRAWING_SECONDS = 2;

    private final FieldErrors fieldErrors = new FieldErrors();

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(ProblemException e, WebRequest request) {
        return answer(e.toProblem(), e.headers(), request);
    }

    @ExceptionHandler({
        JobNotFoundException.class,
        SweepNotFoundException.class,
        EnsembleNotFoundException.class,
        ModelNotFoundException.class
    })
    @Nullable
    ResponseEntity<Object> handleNotFound(RuntimeException e, WebRequest request) {
        return answer(ProblemType.NOT_FOUND, e, request);
    }

    @ExceptionHandler({
        JobStateException.class,
        SweepStateException.class,
        EnsembleStateException.class,
        ModelGoneException.class,
        ModelInUseException.class,
        AliasStateException.class
    })
    @Nullable
    ResponseEntity<Object> handleState(RuntimeException e, WebRequest request) {
        return answer(ProblemType.CONFLICTING_STATE, e, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(AliasMovedException e, WebRequest request) {
        ProblemDetail problem = ProblemType.ALIAS_MOVED.detail(message(e));
        problem.setProperty("found", e.found());
        return answer(problem, new HttpHeaders(), request);
    }

    /** Of a form that has been read: its parts' names are looked at only when an operation asks for them. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(MultipartException e, WebRequest request) {
        return answer(
                ProblemType.MALFORMED_REQUEST.detail(
                        "the name or the file name of a part of the form cannot be read; both are expected in UTF-8"),
                new HttpHeaders(),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(UnfitModelException e, WebRequest request) {
        return answer(ProblemType.UNFIT_MODEL, e, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(EnsembleException e, WebRequest request) {
        return answer(ProblemType.SINGLE_NETWORKS_ONLY, e, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(NoLiveModelException e, WebRequest request) {
        return answer(ProblemType.UNAVAILABLE.detail(message(e)), retryAfter(RETRY_DATABASE_SECONDS), request);
    }

    /** Who has left reads no answer; the meters of requests see this one. */
    @ExceptionHandler({OverloadedException.class, CallerLeftException.class})
    @Nullable
    ResponseEntity<Object> handleOverload(RuntimeException e, WebRequest request) {
        return answer(ProblemType.OVERLOADED.detail(message(e)), retryAfter(RETRY_CLASSIFICATION_SECONDS), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(EvaluationNotReadyException e, WebRequest request) {
        return answer(
                ProblemType.EVALUATION_NOT_READY.detail(message(e)), retryAfter(RETRY_EVALUATION_SECONDS), request);
    }

    @ExceptionHandler({
        IdempotencyKeyReusedException.class,
        SweepKeyReusedException.class,
        EnsembleKeyReusedException.class
    })
    @Nullable
    ResponseEntity<Object> handleReusedKey(RuntimeException e, WebRequest request) {
        return answer(ProblemType.IDEMPOTENCY_KEY_REUSED, e, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(InvalidFieldsException e, WebRequest request) {
        return answer(fieldErrors.problem(e.errors()), new HttpHeaders(), request);
    }

    @ExceptionHandler({QueueFullException.class, SweepTooLargeException.class, EnsembleTooLargeException.class})
    @Nullable
    ResponseEntity<Object> handleFullQueue(RuntimeException e, WebRequest request) {
        return answer(ProblemType.QUEUE_FULL.detail(message(e)), retryAfter(RETRY_QUEUE_SECONDS), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(ModelQuotaException e, WebRequest request) {
        return answer(ProblemType.MODELS_FULL, e, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(NotDrawnException e, WebRequest request) {
        return answer(ProblemType.UNAVAILABLE.detail(message(e)), retryAfter(RETRY_DRAWING_SECONDS), request);
    }

    /** There is no use in trying again, until somebody has read the log. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(NativeLibraryException e, WebRequest request) {
        if (e.isFirst()) {
            LOG.error(e.remedy());
        }
        return answer(ProblemType.UNAVAILABLE, e, request);
    }

    /** The message names files of the machine, so it goes to the log only. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(DatasetException e, WebRequest request) {
        LOG.error("the data set cannot be used", e);
        return answer(
                ProblemType.UNAVAILABLE.detail("the data set cannot be read"),
                retryAfter(RETRY_DATABASE_SECONDS),
                request);
    }

    /** Thrown when a parameter is asked for that Tomcat could not read. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(InvalidParameterException e, WebRequest request) {
        return answer(
                e.getErrorCode() == ProblemType.TOO_LARGE.status().value()
                        ? ProblemType.TOO_LARGE.detail("the body has more parameters than the service reads")
                        : ProblemType.MALFORMED_REQUEST.detail(
                                "the parameters cannot be read: there are too many of them,"
                                        + " or one is not percent-encoded as it must be"),
                new HttpHeaders(),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handleUnknown(Exception e, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            LOG.debug("the client left", e);
            return null;
        }
        if (DatabaseOutage.isCauseOf(e)) {
            LOG.debug("{} needs the database, which does not answer", path(request), e);
            if (DatabaseOutage.isForGood(e)) {
                return answer(
                        ProblemType.UNAVAILABLE.detail(
                                "the database is closed, because its file could not be written: most likely its file"
                                        + " system is full; the service has to be started again when there is room"),
                        new HttpHeaders(),
                        request);
            }
            String detail = DatabaseOutage.isForWantOfRoom(e)
                    ? "the database has no room to write this; what only reads is answered, try again when there is room"
                    : "the database does not answer; try again";
            return answer(ProblemType.UNAVAILABLE.detail(detail), retryAfter(RETRY_DATABASE_SECONDS), request);
        }
        LOG.error("{} failed", path(request), e);
        return answer(
                ProblemType.INTERNAL_ERROR.detail("the service failed to answer this request; its log says why"),
                new HttpHeaders(),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(new UnreadableBody(e).problem(), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(fieldErrors.problem(fieldErrors.of(e.getBindingResult())), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return e.isForReturnValue()
                ? handleUnknown(e, request)
                : answer(fieldErrors.problem(fieldErrors.of(e)), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(fieldErrors.problem(missing(e.getParameterName())), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(fieldErrors.problem(missing(e.getRequestPartName())), headers, request);
    }

    /** A path variable is missing where it was blank. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMissingPathVariable(
            MissingPathVariableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return nothingHere(request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e instanceof MethodArgumentTypeMismatchException mismatch) {
            if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
                return nothingHere(request);
            }
            FieldError error = new FieldError(
                    mismatch.getName(), new Expectation(mismatch.getRequiredType()).text(), mismatch.getValue());
            return answer(fieldErrors.problem(List.of(error)), headers, request);
        }
        return handleUnknown(e, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return nothingHere(request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoHandlerFoundException(
            NoHandlerFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return nothingHere(request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Set<HttpMethod> allowed = new TreeSet<>(Comparator.comparing(HttpMethod::name));
        allowed.addAll(Objects.requireNonNullElse(e.getSupportedHttpMethods(), Set.of()));
        // Spring answers these as well, and says so when it is asked for OPTIONS.
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        allowed.add(HttpMethod.OPTIONS);
        headers.setAllow(allowed);
        String names = allowed.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
        String detail = "%s is not allowed here, only %s".formatted(new Quotation(e.getMethod()).text(), names);
        return answer(ProblemType.METHOD_NOT_ALLOWED.detail(detail), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        headers.setAccept(e.getSupportedMediaTypes());
        String found = e.getContentType() == null
                ? "none that can be read"
                : new Quotation(e.getContentType().toString()).toString();
        String detail = "the Content-Type must be one of %s, found %s".formatted(e.getSupportedMediaTypes(), found);
        return answer(ProblemType.UNSUPPORTED_MEDIA_TYPE.detail(detail), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String offered = e.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), types -> String.join(", ", types)));
        String detail = offered.isEmpty()
                ? "the header Accept cannot be read, or it names more than %d types".formatted(AcceptHeader.MOST_TYPES)
                : "the header Accept must take one of %s".formatted(offered);
        return answer(ProblemType.NOT_ACCEPTABLE.detail(detail), headers, request);
    }

    /** What Spring throws besides, by its status. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.value() == 503) {
            return answer(ProblemType.UNAVAILABLE.detail("the answer took too long"), headers, request);
        }
        if (status.is5xxServerError()) {
            return handleUnknown(e, request);
        }
        ProblemType type = ProblemType.of(status);
        String detail = body instanceof ProblemDetail problem ? problem.getDetail() : null;
        return answer(type.detail(detail == null ? type.explanation() : detail), headers, request);
    }

    private @Nullable ResponseEntity<Object> nothingHere(WebRequest request) {
        return answer(
                ProblemType.NOT_FOUND.detail("there is nothing at " + new Quotation(path(request))),
                new HttpHeaders(),
                request);
    }

    private @Nullable ResponseEntity<Object> answer(ProblemType type, Exception e, WebRequest request) {
        return answer(type.detail(message(e)), new HttpHeaders(), request);
    }

    private @Nullable ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers, WebRequest request) {
        var response = ((ServletWebRequest) request).getResponse();
        if (response != null && response.isCommitted()) {
            LOG.debug("too late for {}", problem);
            return null;
        }
        LOG.debug("{}: {}", path(request), problem);
        problem.setInstance(new RequestPath(path(request)).uri());
        HttpHeaders all = new HttpHeaders(headers);
        // Set here, the type is not negotiated: a client that accepts pictures only still reads why there is none.
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        // Where a path has an ending that Spring does not know, it would offer the answer as a file by the name of
        // f.txt.
        all.setContentDisposition(ContentDisposition.inline().build());
        return ResponseEntity.status(problem.getStatus()).headers(all).body(problem);
    }

    private static List<FieldError> missing(String name) {
        return List.of(new FieldError(name, "is missing", null));
    }

    private static String path(WebRequest request) {
        HttpServletRequest servletRequest = ((ServletWebRequest) request).getRequest();
        return servletRequest.getRequestURI();
    }

    private static HttpHeaders retryAfter(int seconds) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
        return headers;
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }
}

package lenet.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets the bodies in that there is room for: before they are read, and after it is known which operation is to read them,
 * so that what nobody takes costs nothing.
 */
final class BodyAdmission implements HandlerInterceptor {

    /** The request's attribute that gives back the room it has taken. */
    private static final String RELEASE = BodyAdmission.class.getName();

    /** What a form costs besides its bytes: a hundred small files are a hundred files. */
    private static final int LEAST_OF_A_FORM = 1 << 20;

    private static final String IDENTITY = "identity";

    private final BytesInFlight bodies;
    private final BytesInFlight forms;
    private final DataSize largestForm;

    BodyAdmission(BodyProperties properties, MultipartProperties multipart, MeterRegistry meters) {
        bodies = new BytesInFlight("bodies", properties.bodyBytesInFlight(), meters);
        forms = new BytesInFlight("forms", properties.formBytesInFlight(), meters);
        largestForm = multipart.getMaxRequestSize();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        boolean isForwarded = request.getDispatcherType() != DispatcherType.REQUEST;
        if (isForwarded || !(handler instanceof HandlerMethod operation)) {
            return true;
        }
        refuseCoding(request, response);
        if (StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")) {
            admitForm(request, operation);
        } else {
            admit(bodies, bytes(request, limit(operation)), request);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        release(request);
    }

    /** A compressed body could become any number of bytes; what its client can do instead is send it as it is. */
    private static void refuseCoding(HttpServletRequest request, HttpServletResponse response) {
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.strip().equalsIgnoreCase(IDENTITY)) {
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "the body has the Content-Encoding " + new Quotation(coding)
                            + "; a body is accepted as it is, without one");
        }
    }

    /** The whole form is read here: by itself the container reads it when somebody asks for any parameter. */
    private void admitForm(HttpServletRequest request, HandlerMethod operation) throws Exception {
        if (!takesForms(operation)) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "this operation takes no form, found the Content-Type " + new Quotation(request.getContentType()));
        }
        long announced = request.getContentLengthLong();
        if (announced > largestForm.toBytes()) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "the form has %,d bytes; at most %,d are accepted",
                            announced,
                            largestForm.toBytes()));
        }
        admit(forms, Math.max(LEAST_OF_A_FORM, bytes(request, (int) largestForm.toBytes())), request);
        try {
            UploadedForm.read(request, largestForm.toBytes());
        } catch (Exception e) {
            release(request);
            throw e;
        }
    }

    private static void admit(BytesInFlight inFlight, int bytes, HttpServletRequest request) {
        if (bytes > 0) {
            inFlight.acquire(bytes);
            request.setAttribute(RELEASE, (Runnable) () -> inFlight.release(bytes));
        }
    }

    private static void release(HttpServletRequest request) {
        if (request.getAttribute(RELEASE) instanceof Runnable release) {
            request.removeAttribute(RELEASE);
            release.run();
        }
    }

    /** As many as are announced, or as many as may come; none of a body that will not be read. */
    private static int bytes(HttpServletRequest request, int limit) {
        long announced = request.getContentLengthLong();
        if (announced < 0) {
            return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? 0 : limit;
        }
        return announced > limit ? 0 : (int) announced;
    }

    private static int limit(HandlerMethod operation) {
        return Arrays.stream(operation.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(BodyLimit.class))
                .filter(Objects::nonNull)
                .mapToInt(BodyLimit::value)
                .findFirst()
                .orElse(0);
    }

    private static boolean takesForms(HandlerMethod operation) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(operation.getMethod(), RequestMapping.class);
        return mapping != null && Arrays.asList(mapping.consumes()).contains(MediaType.MULTIPART_FORM_DATA_VALUE);
    }
}

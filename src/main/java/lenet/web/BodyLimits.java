package lenet.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdvice;

/**
 * Keeps request bodies within their {@link BodyLimit}, also where the client does not announce a length: no more than
 * one byte past the limit is ever read. An empty body is a problem of its own here, too, unless it
 * is optional.
 */
@ControllerAdvice
class BodyLimits implements RequestBodyAdvice {

    private record Body(InputStream getBody, HttpHeaders getHeaders) implements HttpInputMessage {}

    @Override
    public boolean supports(
            MethodParameter parameter, Type targetType, Class<? extends HttpMessageConverter<?>> converterType) {
        return parameter.hasParameterAnnotation(BodyLimit.class);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        int limit = Objects.requireNonNull(parameter.getParameterAnnotation(BodyLimit.class))
                .value();
        long announced = message.getHeaders().getContentLength();
        if (announced > limit) {
            throw tooLarge(String.format(Locale.ROOT, "has %,d bytes", announced), limit);
        }
        byte[] body =
                announced < 0 ? message.getBody().readNBytes(limit + 1) : wholeBody(message.getBody(), (int) announced);
        if (body.length > limit) {
            throw tooLarge(String.format(Locale.ROOT, "has more than %,d bytes", limit), limit);
        }
        checkText(body, message.getHeaders());
        return new Body(new WholeBody(body), message.getHeaders());
    }

    @Override
    public Object afterBodyRead(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converterType) {
        if (body == null) {
            // An optional body is left out: null is a mistake, and not to be taken for all the defaults.
            throw new ProblemException(ProblemType.EMPTY_BODY, "the body must be a JSON object, found null");
        }
        return body;
    }

    @Override
    public @Nullable Object handleEmptyBody(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converterType) {
        RequestBody annotation = parameter.getParameterAnnotation(RequestBody.class);
        if (annotation != null && !annotation.required()) {
            return body;
        }
        throw new ProblemException(ProblemType.EMPTY_BODY, "the request has no body, and one is needed here");
    }

    /** Read into one array from the start: a growing one would take twice the bytes. */
    private static byte[] wholeBody(InputStream in, int length) throws IOException {
        byte[] body = new byte[length];
        int read = in.readNBytes(body, 0, length);
        return read == length ? body : Arrays.copyOf(body, read);
    }

    /** Where the JSON before tensors in binary form ends is known to the protocol only, which checks it. */
    private static void checkText(byte[] body, HttpHeaders headers) {
        if (MediaType.APPLICATION_JSON.isCompatibleWith(headers.getContentType())
                && !headers.containsHeader("Inference-Header-Content-Length")) {
            new Utf8(body).check();
        }
    }

    private static ProblemException tooLarge(String found, int limit) {
        return new ProblemException(
                ProblemType.TOO_LARGE,
                String.format(Locale.ROOT, "the body %s; at most %,d are accepted here", found, limit));
    }

    /** Hands its array over as it is to a converter that wants all of it, and keeps no second one. */
    private static final class WholeBody extends ByteArrayInputStream {

        private WholeBody(byte[] body) {
            super(body);
        }

        @Override
        public byte[] readNBytes(int length) throws IOException {
            return pos == 0 && length == count ? buf : super.readNBytes(length);
        }

        @Override
        public byte[] readAllBytes() {
            return pos == 0 ? buf : super.readAllBytes();
        }
    }
}

package lenet.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdvice;

/**
 * Keeps every {@code @RequestBody} within its {@link BodyLimit}, also where the client does not announce a length: no
 * more than one byte past the limit is ever read. A missing body that is required is a problem of its own here, too.
 */
@ControllerAdvice
class BodyLimits implements RequestBodyAdvice {

    /** 1 MiB. */
    static final int DEFAULT_BYTES = 1 << 20;

    private record Body(InputStream getBody, HttpHeaders getHeaders) implements HttpInputMessage {}

    @Override
    public boolean supports(
            MethodParameter parameter, Type targetType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        int limit = limit(parameter);
        long announced = message.getHeaders().getContentLength();
        if (announced > limit) {
            throw tooLarge(String.format(Locale.ROOT, "has %,d bytes", announced), limit);
        }
        byte[] body = message.getBody().readNBytes(limit + 1);
        if (body.length > limit) {
            throw tooLarge(String.format(Locale.ROOT, "has more than %,d bytes", limit), limit);
        }
        return new Body(new ByteArrayInputStream(body), message.getHeaders());
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converterType) {
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
        if (body == null && annotation != null && annotation.required()) {
            throw new ProblemException(ProblemType.EMPTY_BODY, "the request has no body, and one is needed here");
        }
        return body;
    }

    private static int limit(MethodParameter parameter) {
        BodyLimit limit = parameter.getParameterAnnotation(BodyLimit.class);
        return limit == null ? DEFAULT_BYTES : limit.value();
    }

    private static ProblemException tooLarge(String found, int limit) {
        return new ProblemException(
                ProblemType.TOO_LARGE,
                String.format(Locale.ROOT, "the body %s; at most %,d are accepted here", found, limit));
    }
}

package lenet.web.inference;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UrlPathHelper;

/** Below {@code /v2} a problem is told in the protocol's words: an object with one member, {@code error}. */
@ControllerAdvice
class InferenceErrors implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof ProblemDetail problem)
                || !(request instanceof ServletServerHttpRequest servlet)
                || !isBelowProtocol(
                        UrlPathHelper.defaultInstance.getPathWithinApplication(servlet.getServletRequest()))) {
            return body;
        }
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        if (problem.getStatus() == HttpStatus.UNPROCESSABLE_CONTENT.value()) {
            // The protocol's own clients know 400 for whatever is wrong with a request.
            response.setStatusCode(HttpStatus.BAD_REQUEST);
        }
        return new InferenceError(Objects.requireNonNullElse(problem.getDetail(), "the request failed"));
    }

    private static boolean isBelowProtocol(String path) {
        return path.equals("/v2") || path.startsWith("/v2/");
    }
}

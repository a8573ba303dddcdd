package lenet.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses query parameters that the operation does not know, that come twice, or that have no value: if it were ignored,
 * a misspelt {@code rejectBelow} would let everything through.
 */
final class QueryParameters implements HandlerInterceptor {

    private final Map<Method, List<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query != null
                && request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod operation
                && isOurs(operation)) {
            check(query, known.computeIfAbsent(operation.getMethod(), method -> names(operation)));
        }
        return true;
    }

    /** Actuator and springdoc look at their parameters themselves. */
    private static boolean isOurs(HandlerMethod operation) {
        return operation.getBeanType().getPackageName().startsWith("lenet.");
    }

    private static List<String> names(HandlerMethod operation) {
        return Arrays.stream(operation.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(QueryParameters::name)
                .sorted()
                .toList();
    }

    private static String name(MethodParameter parameter) {
        String named = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
        return named.isEmpty() ? String.valueOf(parameter.getParameter().getName()) : named;
    }

    private static void check(String query, List<String> known) {
        MultiValueMap<String, String> found =
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        List<FieldError> errors = new ArrayList<>();
        found.forEach((encoded, values) -> {
            String name = new PercentCoded(encoded).decoded();
            List<@Nullable String> decoded = values.stream()
                    .map(value -> value == null ? null : new PercentCoded(value).decoded())
                    .toList();
            if (!known.contains(name)) {
                errors.add(new FieldError(name, "is unknown; " + accepted(known), decoded.get(0), known));
            } else if (decoded.size() > 1) {
                errors.add(new FieldError(
                        name,
                        "must be given once, found %d times".formatted(decoded.size()),
                        String.join(", ", decoded)));
            } else if (!StringUtils.hasLength(decoded.get(0))) {
                errors.add(new FieldError(name, "must have a value", null));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidFieldsException(errors);
        }
    }

    private static String accepted(List<String> known) {
        return known.isEmpty() ? "this operation takes no parameters" : "accepted are " + String.join(", ", known);
    }
}

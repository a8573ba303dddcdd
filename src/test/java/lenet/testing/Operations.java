package lenet.testing;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every operation of the service's controllers, for tests that walk them all. */
public record Operations(RequestMappingHandlerMapping mapping) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** What is there in every service under test, besides jobs, which have none of these ids. */
    private static final Map<String, String> VALUES = Map.of(
            "id", "00000000-0000-0000-0000-000000000000",
            "model", "live",
            "version", "1",
            "alias", "live",
            "split", "test",
            "index", "0",
            "architecture", "lenet5",
            "name", "no-ink");

    /** One way to call a controller's method; {@code path} has values in place of its variables, {@code contentType} is one that is read. */
    public record Operation(HttpMethod method, String path, Method handler, String contentType) {

        public boolean isSafe() {
            return method.equals(HttpMethod.GET);
        }
    }

    public Stream<Operation> all() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> isOurs(entry.getValue()))
                .flatMap(entry -> operations(entry.getKey(), entry.getValue().getMethod()));
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("lenet.");
    }

    /** A mapping of any method is the page of errors, which nobody asks for. */
    private static Stream<Operation> operations(RequestMappingInfo info, Method handler) {
        List<String> paths = info.getPatternValues().stream()
                .map(pattern -> VARIABLE.matcher(pattern).replaceAll(variable -> VALUES.get(variable.group(1))))
                .toList();
        String contentType = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(MediaType::toString)
                .orElse(MediaType.APPLICATION_JSON_VALUE);
        return info.getMethodsCondition().getMethods().stream().flatMap(method -> paths.stream()
                .map(path -> new Operation(method.asHttpMethod(), path, handler, contentType)));
    }
}

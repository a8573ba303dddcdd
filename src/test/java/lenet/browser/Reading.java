package lenet.browser;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation of the service's OpenAPI document that changes nothing, asked for without the page. */
record Reading(String service, String path, Operation operation) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** All of them, in the document's order. */
    static List<Reading> all(String service) throws IOException, InterruptedException {
        String document = send(HttpRequest.newBuilder(URI.create(service + "v3/api-docs")))
                .body();
        return Json31.mapper().readValue(document, OpenAPI.class).getPaths().entrySet().stream()
                .filter(path -> path.getValue().getGet() != null)
                .map(path -> new Reading(service, path.getKey(), path.getValue().getGet()))
                .toList();
    }

    String id() {
        return operation.getOperationId();
    }

    String tag() {
        return operation.getTags().get(0);
    }

    /** The media types that the document promises for the answer. */
    List<String> forms() {
        Content content = Objects.requireNonNull(operation.getResponses().get("200"), id())
                .getContent();
        return content == null ? List.of("*/*") : List.copyOf(content.keySet());
    }

    boolean needs(String parameter) {
        return required().stream().anyMatch(needed -> needed.getName().equals(parameter));
    }

    /** The status of the answer in that form, when every parameter that must be there has a value. */
    int status(String form, Function<String, @Nullable String> values) throws IOException, InterruptedException {
        String filled = path;
        for (Parameter parameter : required()) {
            filled = filled.replace("{" + parameter.getName() + "}", value(parameter, values));
        }
        String query = required().stream()
                .filter(parameter -> parameter.getIn().equals("query"))
                .map(parameter -> parameter.getName() + "=" + value(parameter, values))
                .collect(Collectors.joining("&"));
        URI address = URI.create(service + filled.substring(1) + (query.isEmpty() ? "" : "?" + query));
        return send(HttpRequest.newBuilder(address).header("Accept", form)).statusCode();
    }

    private List<Parameter> required() {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .filter(parameter -> Boolean.TRUE.equals(parameter.getRequired()))
                .toList();
    }

    private static String value(Parameter parameter, Function<String, @Nullable String> values) {
        Schema<?> schema = parameter.getSchema();
        Object value = Stream.of(
                        Optional.ofNullable(schema.getEnum())
                                .flatMap(allowed -> allowed.stream().findFirst()),
                        Optional.ofNullable(values.apply(parameter.getName())),
                        Optional.ofNullable(parameter.getExample()),
                        Optional.ofNullable(schema.getExample()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no value for " + parameter.getName()));
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
    }
}

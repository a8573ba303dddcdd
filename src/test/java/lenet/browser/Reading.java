package lenet.browser;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** An operation of the service's OpenAPI document that changes nothing, asked for without the page. */
record Reading(String service, String path, Operation operation) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** All of them, in the document's order. */
    static List<Reading> all(String service) throws IOException, InterruptedException {
        byte[] document = send(HttpRequest.newBuilder(URI.create(service + "/v3/api-docs")))
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
        return List.copyOf(content.keySet());
    }

    boolean needs(String parameter) {
        return required().anyMatch(needed -> needed.getName().equals(parameter));
    }

    /** The answer in that form, when every parameter that must be there has a value. */
    HttpResponse<byte[]> answer(String form, Function<String, @Nullable String> values)
            throws IOException, InterruptedException {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(service + path);
        Map<String, Object> filled = new HashMap<>();
        required().forEach(parameter -> {
            String name = parameter.getName();
            filled.put(name, value(parameter, values));
            if (parameter.getIn().equals("query")) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return send(HttpRequest.newBuilder(address.build(filled)).header("Accept", form));
    }

    private Stream<Parameter> required() {
        return Optional.ofNullable(operation.getParameters()).stream()
                .flatMap(List::stream)
                .filter(parameter -> Boolean.TRUE.equals(parameter.getRequired()));
    }

    private static Object value(Parameter parameter, Function<String, @Nullable String> values) {
        Schema<?> schema = parameter.getSchema();
        return Stream.of(
                        Optional.ofNullable(schema.getEnum())
                                .flatMap(allowed -> allowed.stream().findFirst()),
                        Optional.ofNullable(values.apply(parameter.getName())),
                        Optional.ofNullable(parameter.getExample()),
                        Optional.ofNullable(schema.getExample()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no value for " + parameter.getName()));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofByteArray());
    }
}

package lenet.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Writes the problems that {@link Problems} names into each operation of the OpenAPI document. */
@Component
class ProblemResponses implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final String SCHEMA = "Problem";

    /** What may happen to every request, whatever it asks for. */
    private static final List<ProblemType> ALWAYS = List.of(
            ProblemType.MALFORMED_REQUEST,
            ProblemType.INVALID_FIELDS,
            ProblemType.FOREIGN_HOST,
            ProblemType.UNAVAILABLE,
            ProblemType.INTERNAL_ERROR);

    private static final Set<ProblemType> WITH_RETRY_AFTER = Set.of(
            ProblemType.QUEUE_FULL,
            ProblemType.TOO_MANY_STREAMS,
            ProblemType.TOO_MANY_BODIES,
            ProblemType.OVERLOADED,
            ProblemType.EVALUATION_NOT_READY,
            ProblemType.UNAVAILABLE);

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Problems named = method.getMethodAnnotation(Problems.class);
        if (named != null) {
            Stream<ProblemType> ofChanges = method.hasMethodAnnotation(GetMapping.class)
                    ? Stream.of()
                    : Stream.of(ProblemType.CROSS_SITE_REQUEST);
            Stream<ProblemType> ofBodies = Arrays.asList(named.value()).contains(ProblemType.TOO_LARGE)
                    ? Stream.of(ProblemType.TOO_MANY_BODIES)
                    : Stream.of();
            Map<Integer, List<ProblemType>> byStatus = Stream.of(
                            Stream.of(named.value()), ALWAYS.stream(), ofChanges, ofBodies)
                    .flatMap(types -> types)
                    .distinct()
                    .collect(Collectors.groupingBy(
                            type -> type.status().value(), TreeMap::new, Collectors.toCollection(ArrayList::new)));
            byStatus.forEach((status, types) ->
                    operation.getResponses().addApiResponse(Integer.toString(status), response(types)));
        }
        return operation;
    }

    @Override
    public void customise(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        ModelConverters.getInstance().readAll(ProblemSchema.class).forEach(document.getComponents()::addSchemas);
        for (ProblemType type : ProblemType.values()) {
            document.getComponents().addExamples(type.slug(), example(type));
        }
    }

    private static ApiResponse response(List<ProblemType> types) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA));
        types.forEach(type -> problem.addExamples(type.slug(), new Example().$ref(type.slug())));
        ApiResponse response = new ApiResponse()
                .description(types.stream().map(ProblemType::title).collect(Collectors.joining("; ")) + ".")
                .content(new Content().addMediaType("application/problem+json", problem));
        if (types.stream().anyMatch(WITH_RETRY_AFTER::contains)) {
            response.addHeaderObject(
                    "Retry-After",
                    new Header()
                            .description("Seconds after which to try again")
                            .schema(new IntegerSchema().minimum(BigDecimal.ONE)));
        }
        return response;
    }

    private static Example example(ProblemType type) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("type", type.address().path());
        value.put("title", type.title());
        value.put("status", type.status().value());
        value.put("detail", type.explanation());
        value.put("instance", "/");
        return new Example().summary(type.title()).value(value);
    }
}

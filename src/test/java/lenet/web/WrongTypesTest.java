package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every operation that has a body, found in the service itself, with bodies and fields of the wrong types. */
class WrongTypesTest extends ServiceTest {

    private static final List<String> VALUES =
            List.of("{\"x\": {}}", "[{}]", "[[1, null]]", "\"x\"", "1.5", "-1e999", "true");
    private static final List<String> FIELDS_OF_STREAMS = List.of(
            "pixels", "images", "id", "parameters", "inputs", "outputs", "inputs\": [{\"name", "inputs\": [{\"shape");

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping operations;

    private record Operation(RequestMappingInfo mapping, HandlerMethod method, MethodParameter body) {}

    @Test
    void everyOperationWithABodySaysWhichTypesItTakesAndHowManyBytes() {
        assertThat(operations().toList()).hasSizeGreaterThan(8).allSatisfy(operation -> {
            assertThat(operation.mapping().getConsumesCondition().isEmpty())
                    .as(operation.mapping().toString())
                    .isFalse();
            assertThat(operation.body().hasParameterAnnotation(BodyLimit.class))
                    .as(operation.mapping().toString())
                    .isTrue();
        });
    }

    @Test
    void aBodyThatIsSentAsAFormOfABrowserIsOfAnUnsupportedTypeEverywhere() {
        assertThat(operations().map(operation -> send(operation, "application/x-www-form-urlencoded", "{\"a\":1}")))
                .allSatisfy(answer -> {
                    assertThat(answer.getStatus()).isEqualTo(415);
                    assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                            .contains("the Content-Type must be one of", "application/x-www-form-urlencoded");
                });
    }

    @Test
    void noAnswerNamesAJavaClass() {
        assertThat(operations().filter(WrongTypesTest::takesJson).flatMap(operation -> bodies(operation)
                        .map(body -> answer(operation, body))))
                .hasSizeGreaterThan(300)
                .allSatisfy(answer -> assertThat(answer)
                        .doesNotContain(
                                "lenet.", "java.", "org.", "jackson", "JsonToken", "VALUE_", "START_", "\":500"));
    }

    private Stream<Operation> operations() {
        return operations.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> Arrays.stream(entry.getValue().getMethodParameters())
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                        .map(parameter -> new Operation(entry.getKey(), entry.getValue(), parameter)));
    }

    private static boolean takesJson(Operation operation) {
        return operation
                .mapping()
                .getConsumesCondition()
                .getConsumableMediaTypes()
                .contains(MediaType.APPLICATION_JSON);
    }

    private static Stream<String> bodies(Operation operation) {
        Class<?> type = operation.body().getParameterType();
        List<String> fields = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : FIELDS_OF_STREAMS;
        return Stream.concat(VALUES.stream(), fields.stream().flatMap(field -> VALUES.stream()
                .map(value -> "{\"%s\": %s%s}".formatted(field, value, field.contains("[{") ? "}]" : ""))));
    }

    private String answer(Operation operation, String body) {
        try {
            return body + " → " + send(operation, "application/json", body).getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletResponse send(Operation operation, String contentType, String body) {
        String path = operation.mapping().getPatternValues().iterator().next().replaceAll("\\{[a-z]+}", "live");
        try {
            return mvc.perform(MockMvcRequestBuilders.request(
                                    operation
                                            .mapping()
                                            .getMethodsCondition()
                                            .getMethods()
                                            .iterator()
                                            .next()
                                            .asHttpMethod(),
                                    URI.create(path))
                            .contentType(contentType)
                            .content(body))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(path + " with " + body, e);
        }
    }
}

package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import lenet.testing.Operations;
import lenet.testing.Operations.Operation;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class QueryParametersTest extends ServiceTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @TestFactory
    Stream<DynamicTest> anUnknownOneIsRefusedBy() {
        return new Operations(requestMappingHandlerMapping)
                .all()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    MockHttpServletResponse response = ask(operation, "?rejectbelow=0.99999");

                    assertThat(response.getStatus()).isEqualTo(operation.path().startsWith("/v2") ? 400 : 422);
                    assertThat(response.getContentAsString()).contains("rejectbelow is unknown; ");
                }));
    }

    @Test
    void theKnownOnesAreListed() throws Exception {
        String problem = get("/api/v1/models?sice=3").getContentAsString();

        assertThat(JsonPath.<String>read(problem, "$.detail"))
                .isEqualTo("sice is unknown; accepted are page, size, sort");
        assertThat(JsonPath.<List<String>>read(problem, "$.errors[0].accepted"))
                .containsExactly("page", "size", "sort");
        assertThat(JsonPath.<String>read(problem, "$.errors[0].rejected")).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/recipes?format=csv|format is unknown; this operation takes no parameters",
                "/api/v1/models?size=|size must have a value",
                "/api/v1/models?size|size must have a value",
                "/api/v1/models?size=1&size=2|size must be given once, found 2 times",
                "/api/v1/models?size=1&size|size must be given once, found 2 times",
                "/api/v1/models?Size=1|Size is unknown; accepted are page, size, sort",
                "/api/v1/models?%73ize=1&page=0&x=1|x is unknown; accepted are page, size, sort"
            })
    void whatIsNotOneValueOfAKnownOneIsRefused(String path, String detail) throws Exception {
        MockHttpServletResponse response = get(path);

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(JsonPath.<String>read(response.getContentAsString(), "$.detail"))
                .isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%c0%af=1", "size=%e0%80%b1", "size=%ed%a0%80", "size=%f8%88%80%80%b1"})
    void aQueryThatIsNotUtf8IsRefused(String query) throws Exception {
        MockHttpServletResponse response = get("/api/v1/models?" + query);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("the query must be UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?model=1", "/train.html?job=1", "/actuator/health?x", "/v3/api-docs?x=1", "/icon.svg?2"})
    void otherAddressesMayHaveAny(String path) throws Exception {
        assertThat(get(path).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(URI.create(path)))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse ask(Operation operation, String query) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(operation.method(), URI.create(operation.path() + query))
                        .contentType(operation.contentType()))
                .andReturn()
                .getResponse();
    }
}

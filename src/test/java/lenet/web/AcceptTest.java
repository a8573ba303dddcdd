package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import lenet.testing.Operations;
import lenet.testing.Operations.Operation;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the client can read is looked at before anything is done, and all text is UTF-8. */
class AcceptTest extends ServiceTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @TestFactory
    Stream<DynamicTest> anotherCharsetFailsNowhere() {
        return new Operations(requestMappingHandlerMapping)
                .all()
                .filter(Operation::isSafe)
                .flatMap(operation -> Stream.of("iso-8859-1", "utf-16", "utf-32", "utf-8", "nonsense")
                        .map(charset -> DynamicTest.dynamicTest(charset + " " + operation, () -> {
                            MockHttpServletResponse response = ask(operation, "application/json;charset=" + charset);

                            assertThat(response.getStatus()).isIn(200, 404, 406, 409, 422);
                            assertThat(response.getContentType())
                                    .isIn(
                                            "application/json",
                                            "application/problem+json",
                                            "application/octet-stream",
                                            "application/zip");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeReadIsNotDoneBy() {
        return new Operations(requestMappingHandlerMapping)
                .all()
                .filter(operation -> !operation.isSafe() && !operation.method().equals(HttpMethod.DELETE))
                .filter(operation -> !operation.path().endsWith("/activations"))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> assertThat(
                                ask(operation, "image/png").getStatus())
                        .isEqualTo(406)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "utf-16", "utf-32"})
    void aJobThatIsStartedIsAnsweredInUtf8(String charset) throws Exception {
        MockHttpServletResponse response = mvc.perform(MockMvcRequestBuilders.post(Jobs.PATH)
                        .header("Accept", "application/json;charset=" + charset)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"epochs\": 1, \"name\": \"Übung\"}"))
                .andReturn()
                .getResponse();
        String job = JsonPath.read(response.getContentAsString(StandardCharsets.UTF_8), "$.id");
        mvc.perform(MockMvcRequestBuilders.post(Jobs.PATH + "/" + job + "/cancel"));

        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("Übung");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/info", "/v3/api-docs"})
    void soAreTheOthersAnswers(String path) throws Exception {
        assertThat(mvc.perform(MockMvcRequestBuilders.get(path).accept("application/json;charset=iso-8859-1"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    private MockHttpServletResponse ask(Operation operation, String accept) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(operation.method(), operation.path())
                        .header("Accept", accept)
                        .contentType(operation.contentType()))
                .andReturn()
                .getResponse();
    }
}

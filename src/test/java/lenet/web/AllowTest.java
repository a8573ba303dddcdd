package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lenet.testing.Operations;
import lenet.testing.Operations.Operation;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a path allows is the same whether one asks for it or runs against it. */
class AllowTest extends ServiceTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @TestFactory
    Stream<DynamicTest> optionsAndARefusalSayTheSameOf() {
        return Stream.concat(
                        new Operations(requestMappingHandlerMapping)
                                .all()
                                .map(Operation::path)
                                .distinct(),
                        Stream.of("/icon.svg", "/actuator/health", "/actuator/prometheus"))
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    MockHttpServletResponse refused = send(HttpMethod.PATCH, path);

                    assertThat(refused.getStatus()).isEqualTo(405);
                    assertThat(allowed(refused)).isEqualTo(allowed(send(HttpMethod.OPTIONS, path)));
                }));
    }

    @Test
    void theLiveModelIsFoundAndInUse() throws Exception {
        assertThat(send(HttpMethod.GET, "/api/v1/models/live").getStatus()).isEqualTo(200);
        assertThat(send(HttpMethod.DELETE, "/api/v1/models/live").getStatus()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/problems/no-ink"})
    void aBrowserReadsAboutProblems(String path) throws Exception {
        MockHttpServletResponse page = mvc.perform(MockMvcRequestBuilders.get(path)
                        .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
                .andReturn()
                .getResponse();

        assertThat(page.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.getContentAsString()).contains("<h2>No ink found</h2>", "/problems/no-ink");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/models/x.bat", "/nothing.exe", "/v2/models/a.cmd", "/problems/x.sh", "/error.zip"})
    void noAnswerIsAFileByAnotherName(String path) throws Exception {
        assertThat(String.valueOf(send(HttpMethod.GET, path).getHeader("Content-Disposition")))
                .doesNotContain("filename");
    }

    private static Set<String> allowed(MockHttpServletResponse response) {
        return new TreeSet<>(
                Arrays.asList(String.valueOf(response.getHeader("Allow")).split(", ?")));
    }

    private MockHttpServletResponse send(HttpMethod method, String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(method, path))
                .andReturn()
                .getResponse();
    }
}

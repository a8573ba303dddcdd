package lenet.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A front end that lives elsewhere, and is let in. */
@TestPropertySource(properties = "lenet.http.allowed-origins=https://digits.example")
class AllowedOriginsTest extends ServiceTest {

    private static final String FRONT_END = "https://digits.example";

    @Autowired
    MockMvc mvc;

    @Test
    void itMayAskWhetherItMayChangeSomething() throws Exception {
        MockHttpServletResponse response = mvc.perform(MockMvcRequestBuilders.options("/api/v1/training-jobs")
                        .header("Origin", FRONT_END)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "content-type, idempotency-key"))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo(FRONT_END);
        assertThat(response.getHeader("Access-Control-Allow-Headers")).contains("content-type", "idempotency-key");
        assertThat(response.getHeader("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void itReadsTheAnswers() throws Exception {
        MockHttpServletResponse response = send(HttpMethod.POST, "/api/v1/models/aliases/live/rollback", FRONT_END);

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo(FRONT_END);
    }

    @Test
    void anotherPageReadsNothingAndChangesNothing() throws Exception {
        assertThat(send(HttpMethod.GET, "/api/v1/recipes", "https://evil.example")
                        .getHeader("Access-Control-Allow-Origin"))
                .isNull();
        assertThat(send(HttpMethod.POST, "/api/v1/models/aliases/live/rollback", "https://evil.example")
                        .getStatus())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "null", "digits.example", "https://digits.example/", "https://*.example", "HTTPS://A.b"})
    void whatIsNoOriginIsRefusedAtTheStart(String origin) {
        assertThatThrownBy(() -> new HttpProperties(List.of(), Set.of(origin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found " + origin);
    }

    private MockHttpServletResponse send(HttpMethod method, String path, String origin) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(method, path).header("Origin", origin))
                .andReturn()
                .getResponse();
    }
}

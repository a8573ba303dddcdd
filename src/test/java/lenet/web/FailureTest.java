package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What fails on the service's own side is logged once and told to nobody. */
class FailureTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Failing())
            .setControllerAdvice(new ProblemAdvice())
            .build();

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @RestController
    static class Failing {

        @GetMapping("/bug")
        String bug() {
            throw new IllegalStateException("a secret");
        }

        @GetMapping("/database")
        String database() {
            throw new CannotGetJdbcConnectionException("a secret");
        }
    }

    @BeforeEach
    void listenToTheLog() {
        log.start();
        rootLogger().addAppender(log);
    }

    @AfterEach
    void listenNoLonger() {
        rootLogger().detachAppender(log);
    }

    @Test
    void anUnknownErrorIsAnsweredWithoutItsMessage() throws Exception {
        MockHttpServletResponse response = get("/bug");

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString())
                .contains("/problems/internal-error")
                .doesNotContain("secret", "Exception");
    }

    @Test
    void anUnknownErrorIsLoggedOnce() throws Exception {
        get("/bug");

        assertThat(log.list)
                .filteredOn(event -> event.getLevel() == Level.ERROR)
                .hasSize(1);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAnsweredWithARetry() throws Exception {
        MockHttpServletResponse response = get("/database");

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentAsString())
                .contains("/problems/unavailable")
                .doesNotContain("secret");
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
    }

    private static Logger rootLogger() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}

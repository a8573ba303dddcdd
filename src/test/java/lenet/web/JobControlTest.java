package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Pausing, resuming, retrying and repeating over HTTP. */
@SuppressWarnings("NullAway.Init") // Spring and JUnit set the fields.
class JobControlTest extends ServiceTest {

    @Autowired
    MockMvc mvc;

    Jobs jobs;

    @BeforeEach
    void client() {
        jobs = new Jobs(mvc);
    }

    @Test
    void aJobIsPausedAndResumed() throws Exception {
        String job = running();

        assertThat(post(job, "/pause").getStatus()).isEqualTo(202);
        jobs.awaitState(job, List.of("PAUSED"));
        assertThat(post(job, "/resume").getStatus()).isEqualTo(202);
        jobs.awaitState(job, List.of("RUNNING"));

        jobs.ended(job);
    }

    @Test
    void aCancelledJobIsRetried() throws Exception {
        String job = running();
        jobs.ended(job);

        assertThat(post(job, "/retry").getStatus()).isEqualTo(202);
        jobs.awaitState(job, List.of("RUNNING"));

        jobs.ended(job);
    }

    @Test
    void theHistoryTellsEveryTransition() throws Exception {
        String job = running();
        jobs.ended(job);

        String history = jobs.get(job, "/history", MediaType.APPLICATION_JSON).getContentAsString();
        assertThat(JsonPath.<List<String>>read(history, "$.transitions[*].to"))
                .containsExactly("QUEUED", "RUNNING", "CANCELLED");
        assertThat(JsonPath.<List<String>>read(history, "$.transitions[*].from"))
                .containsExactly(null, "QUEUED", "RUNNING");
        assertThat(JsonPath.<List<String>>read(history, "$.transitions[*].node"))
                .doesNotContainNull();
    }

    @Test
    void aRunningJobNamesItsNodeAndAnEndedOneNone() throws Exception {
        String job = running();
        assertThat(jobs.text(job, "$.node")).isNotBlank();
        jobs.ended(job);

        assertThat(jobs.text(job, "$.node")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pause", "/resume", "/retry"})
    void aCompletedJobIsLeftAlone(String action) throws Exception {
        String job = jobs.finished(Jobs.SHORT);

        assertProblem(post(job, action), 409, "conflicting-state", "is COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pause", "/resume", "/retry"})
    void aJobThatIsNotThereIsNotFound(String action) throws Exception {
        assertProblem(post(UUID.randomUUID().toString(), action), 404, "not-found", "there is no training job");
    }

    @Test
    void theSameKeyAndBodyGiveTheSameJobHoweverTheBodyIsLaidOut() throws Exception {
        String key = UUID.randomUUID().toString();
        MockHttpServletResponse first = submit(key, Jobs.SHORT);
        MockHttpServletResponse second = submit(key, " " + Jobs.SHORT.replace(",", " ,\n"));

        assertThat(first.getStatus()).isEqualTo(202);
        assertThat(second.getStatus()).isEqualTo(202);
        assertThat(second.getHeader("Location")).isEqualTo(first.getHeader("Location"));
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        submit(key, Jobs.SHORT);

        assertProblem(submit(key, "{\"epochs\": 3}"), 422, "idempotency-key-reused", "with another body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "ümlaut", "\u0007"})
    void aRudeKeyIsRefused(String key) throws Exception {
        assertProblem(submit(key, Jobs.SHORT), 400, "malformed-request", "Idempotency-Key must be 1 to 255 visible");
    }

    @Test
    void aKeyThatIsTooLongIsRefused() throws Exception {
        assertProblem(submit("k".repeat(256), Jobs.SHORT), 400, "malformed-request", "1 to 255");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"priority\": 101}",
                "{\"priority\": 0.5}",
                "{\"maxDurationSeconds\": 0}",
                "{\"maxDurationSeconds\": \"long\"}",
                "{\"pauseAfterEpoch\": 1}"
            })
    void aRudeBoundIsRefused(String body) throws Exception {
        assertThat(jobs.submit(body).getStatus()).isIn(400, 422);
    }

    @Test
    void aJobThatTakesTooLongHasFailedAndSaysSo() throws Exception {
        String job = jobs.submitted(Jobs.LONG.replace("{", "{\"maxDurationSeconds\": 1, "));

        jobs.awaitState(job, List.of("FAILED"));

        assertThat(jobs.text(job, "$.failure")).contains("as long as it may");
    }

    private String running() throws Exception {
        String job = jobs.submitted(Jobs.LONG);
        jobs.awaitState(job, List.of("RUNNING"));
        await().until(() -> jobs.number(job, "$.progress.epoch") > 0);
        return job;
    }

    private MockHttpServletResponse submit(String key, String body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post(Jobs.PATH)
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.getBytes(StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse post(String job, String action) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post(Jobs.PATH + "/" + job + action))
                .andReturn()
                .getResponse();
    }

    private static void assertProblem(MockHttpServletResponse response, int status, String type, String detail)
            throws Exception {
        String body = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(body).isEqualTo(status);
        assertThat(JsonPath.<String>read(body, "$.type")).isEqualTo("/problems/" + type);
        assertThat(JsonPath.<String>read(body, "$.detail")).contains(detail);
    }
}

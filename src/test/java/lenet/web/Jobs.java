package lenet.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Training jobs as a client sees them. */
record Jobs(MockMvc mvc) {

    static final String PATH = "/api/v1/training-jobs";
    private static final List<String> FINAL = List.of("COMPLETED", "CANCELLED", "FAILED");

    /** A few steps, done in a moment. */
    static final String SHORT = "{\"epochs\": 2, \"trainingImages\": 100, \"learningRate\": 0.1}";

    /** Nothing that ends by itself before a test looks. */
    static final String LONG = "{\"epochs\": 1000, \"learningRate\": 0.001, \"batchSize\": 1}";

    MockHttpServletResponse submit(String body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post(PATH)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.getBytes(StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse();
    }

    /** Submits a job that must be taken; its id. */
    String submitted(String body) throws Exception {
        MockHttpServletResponse response = submit(body);
        if (response.getStatus() != 202) {
            throw new AssertionError(response.getStatus() + " " + response.getContentAsString());
        }
        return JsonPath.read(response.getContentAsString(), "$.id");
    }

    /** Submits a job and waits for its end; its id. */
    String finished(String body) throws Exception {
        String id = submitted(body);
        awaitState(id, FINAL);
        return id;
    }

    void awaitState(String id, List<String> states) {
        await().atMost(60, SECONDS).until(() -> states.contains(state(id)));
    }

    String state(String id) throws Exception {
        return text(id, "$.state");
    }

    String text(String id, String jsonPath) throws Exception {
        return JsonPath.read(get(id, "").getContentAsString(StandardCharsets.UTF_8), jsonPath);
    }

    double number(String id, String jsonPath) throws Exception {
        Number number = JsonPath.read(get(id, "").getContentAsString(StandardCharsets.UTF_8), jsonPath);
        return number.doubleValue();
    }

    MockHttpServletResponse get(String id, String below, MediaType... accepted) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(PATH + "/" + id + below)
                        .header("Accept", MediaType.toString(List.of(accepted))))
                .andReturn()
                .getResponse();
    }

    MockHttpServletResponse cancel(String id) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post(PATH + "/" + id + "/cancel"))
                .andReturn()
                .getResponse();
    }

    MockHttpServletResponse delete(String id) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.delete(PATH + "/" + id))
                .andReturn()
                .getResponse();
    }

    /** Ends a job that runs or waits, so that the next test finds the queue empty. */
    void ended(String id) throws Exception {
        cancel(id);
        awaitState(id, FINAL);
    }
}

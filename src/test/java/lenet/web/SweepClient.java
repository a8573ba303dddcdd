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

/** Sweeps as a client sees them. */
record SweepClient(MockMvc mvc) {

    static final String PATH = "/api/v1/sweeps";

    MockHttpServletResponse submit(String body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post(PATH)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.getBytes(StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse();
    }

    /** Submits a sweep that must be taken; its id. */
    String submitted(String body) throws Exception {
        MockHttpServletResponse response = submit(body);
        if (response.getStatus() != 202) {
            throw new AssertionError(response.getStatus() + " " + response.getContentAsString());
        }
        return JsonPath.read(response.getContentAsString(), "$.id");
    }

    /** Submits a sweep and waits for its end; its id. */
    String completed(String body) throws Exception {
        String id = submitted(body);
        await().atMost(60, SECONDS)
                .until(() -> JsonPath.read(json(id), "$.state").equals("COMPLETED"));
        return id;
    }

    /** The sweep as JSON. */
    String json(String id) throws Exception {
        return get(id).getContentAsString(StandardCharsets.UTF_8);
    }

    MockHttpServletResponse get(String id, MediaType... accepted) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(PATH + "/" + id)
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
}

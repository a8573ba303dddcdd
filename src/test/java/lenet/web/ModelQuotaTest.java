package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lenet.model.BundledModel;
import lenet.model.ModelRegistry;
import lenet.model.TrainedModel;
import lenet.network.Parameters;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A registry that keeps three models, the bundled one among them. */
@TestPropertySource(properties = "lenet.models.max-count=3")
@SuppressWarnings("NullAway.Init") // Spring and JUnit set the fields.
class ModelQuotaTest extends ServiceTest {

    private static final String MODELS = "/api/v1/models";

    @Autowired
    MockMvc mvc;

    @Autowired
    ModelRegistry registry;

    Jobs jobs;

    @BeforeEach
    void client() {
        jobs = new Jobs(mvc);
    }

    @AfterEach
    void makeRoom() {
        registry.versions("lenet5").stream().filter(version -> version > 1).forEach(registry::delete);
    }

    @Test
    void aModelPastTheQuotaIsNotTakenIn() throws Exception {
        byte[] file = mvc.perform(MockMvcRequestBuilders.get(MODELS + "/" + register(1) + "/safetensors"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        register(2);
        // One byte of the metadata is another.
        file[new String(file, StandardCharsets.ISO_8859_1).indexOf("MNIST")] = 'm';

        MockHttpServletResponse refused = mvc.perform(MockMvcRequestBuilders.post(MODELS)
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(file))
                .andReturn()
                .getResponse();

        assertThat(refused.getStatus()).isEqualTo(507);
        assertThat(JsonPath.<String>read(refused.getContentAsString(), "$.type"))
                .isEqualTo("/problems/models-full");
        assertThat(JsonPath.<String>read(refused.getContentAsString(), "$.detail"))
                .isEqualTo("there are 3 models, and the registry keeps 3 (lenet.models.max-count); delete models that"
                        + " nobody needs");
    }

    @Test
    void aJobIsNotSubmittedWhoseModelWouldHaveNoRoom() throws Exception {
        register(1);
        String running = jobs.submitted(Jobs.LONG);

        MockHttpServletResponse refused = jobs.submit(Jobs.SHORT);

        assertThat(refused.getStatus()).isEqualTo(507);
        assertThat(JsonPath.<String>read(refused.getContentAsString(), "$.detail"))
                .startsWith("there are 2 models and jobs under way that will make 1, and the registry keeps 3");
        jobs.ended(running);
    }

    @Test
    void aJobThatFindsNoRoomInTheEndFailsAndIsRetriedWhenThereIs() throws Exception {
        register(1);
        String job = jobs.submitted("{\"epochs\": 40, \"batchSize\": 1}");
        long taken = register(2);
        jobs.awaitState(job, List.of("FAILED"));
        assertThat(jobs.text(job, "$.failure")).contains("the registry keeps 3 (lenet.models.max-count)");

        registry.delete(taken);
        mvc.perform(MockMvcRequestBuilders.post(Jobs.PATH + "/" + job + "/retry"));

        jobs.awaitState(job, List.of("COMPLETED"));
        assertThat(jobs.number(job, "$.promotion.modelVersion")).isGreaterThan((double) taken);
    }

    private long register(long seed) {
        TrainedModel bundled = BundledModel.load();
        return registry.add(new TrainedModel(
                        bundled.architecture(),
                        bundled.scaling(),
                        Parameters.initial(bundled.architecture(), seed),
                        bundled.provenance(),
                        bundled.scores()))
                .version();
    }
}

package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class SweepTest extends ServiceTest {

    private static final MediaType CSV = MediaType.valueOf("text/csv");
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    private static final String GRID = """
            {"name": "rates", "recipe": {"epochs": 1, "trainingImages": 100},
             "grid": {"learningRate": [0.01, 0.1], "optimiser": ["SGD", "adam"]}}
            """;
    private static final String RANDOM = """
            {"recipe": {"epochs": 3, "trainingImages": 100, "optimiser": "nesterov"},
             "random": {"learningRate": {"min": 0.001, "max": 0.1, "scale": "log"}, "momentum": [0.5, 0.9]},
             "trials": 3, "seed": 7, "objective": "validationAccuracy", "halving": {}, "priority": 5}
            """;
    private static final String ONE_FIELD = """
            {"recipe": {"epochs": 1, "trainingImages": 100}, "grid": {"learningRate": [0.01, 0.1]}}
            """;
    private static final String ENDLESS = """
            {"recipe": {"epochs": 1000, "batchSize": 1}, "grid": {"learningRate": [0.001, 0.002]}}
            """;

    @Autowired
    MockMvc mvc;

    SweepClient sweeps;

    @BeforeEach
    void aClient() {
        sweeps = new SweepClient(mvc);
    }

    @Test
    void aSweepIsTakenWithItsAddress() throws Exception {
        MockHttpServletResponse response = sweeps.submit(ONE_FIELD);

        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getHeader("Location"))
                .isEqualTo(SweepClient.PATH + "/" + JsonPath.<String>read(response.getContentAsString(), "$.id"));
        assertThat(JsonPath.<Integer>read(response.getContentAsString(), "$.trials.length()"))
                .isEqualTo(2);
    }

    @Test
    void aGridsTrialsAreRankedWithTheirValues() throws Exception {
        String id = sweeps.completed(GRID);

        assertThat(JsonPath.<List<Integer>>read(sweeps.json(id), "$.trials[*].rank"))
                .containsExactly(1, 2, 3, 4);
        assertThat(JsonPath.<List<Double>>read(sweeps.json(id), "$.trials[*].objective"))
                .isSorted();
        assertThat(JsonPath.<List<Map<String, Object>>>read(sweeps.json(id), "$.trials[*].values"))
                .containsExactlyInAnyOrder(
                        Map.of("learningRate", 0.01, "optimiser", "sgd"),
                        Map.of("learningRate", 0.1, "optimiser", "sgd"),
                        Map.of("learningRate", 0.01, "optimiser", "adam"),
                        Map.of("learningRate", 0.1, "optimiser", "adam"));
        assertThat(JsonPath.<Map<String, Integer>>read(sweeps.json(id), "$.jobs"))
                .isEqualTo(Map.of("COMPLETED", 4));
    }

    @Test
    void aTrialsJobHasTheBaseRecipeAndTheTrialsValues() throws Exception {
        String id = sweeps.completed(GRID);
        String job = JsonPath.read(sweeps.json(id), "$.trials[0].jobId");
        Double rate = JsonPath.read(sweeps.json(id), "$.trials[0].values.learningRate");

        Jobs jobs = new Jobs(mvc);
        assertThat(jobs.number(job, "$.recipe.learningRate")).isEqualTo(rate);
        assertThat(jobs.number(job, "$.recipe.trainingImages")).isEqualTo(100);
        assertThat(jobs.text(job, "$.name")).startsWith("rates, trial ");
    }

    @Test
    void aRandomSweepShowsItsHalving() throws Exception {
        String id = sweeps.completed(RANDOM);

        assertThat(JsonPath.<List<Integer>>read(sweeps.json(id), "$.halving.rungs"))
                .containsExactly(1, 3);
        assertThat(JsonPath.<List<Integer>>read(sweeps.json(id), "$.trials[*].epochs"))
                .containsExactly(3, 1, 1);
        assertThat(JsonPath.<List<Integer>>read(sweeps.json(id), "$.trials[*].rung"))
                .containsExactly(2, 1, 1);
        assertThat(JsonPath.<List<String>>read(sweeps.json(id), "$.trials[*].reason"))
                .containsExactly(null, "dropped after 1 epoch at rank 2 of 3", "dropped after 1 epoch at rank 3 of 3");
    }

    @Test
    void theSameRandomSweepDrawsTheSame() throws Exception {
        String first = sweeps.completed(RANDOM);
        String second = sweeps.completed(RANDOM);

        assertThat(JsonPath.<List<Object>>read(sweeps.json(first), "$.trials[*].values"))
                .isEqualTo(JsonPath.<List<Object>>read(sweeps.json(second), "$.trials[*].values"));
    }

    @Test
    void thePriorityOfASweepIsThatOfItsJobs() throws Exception {
        String id = sweeps.completed(RANDOM);

        assertThat(new Jobs(mvc).number(JsonPath.read(sweeps.json(id), "$.trials[0].jobId"), "$.priority"))
                .isEqualTo(5);
    }

    @Test
    void fewerTrialsThanAGridHasAreChosen() throws Exception {
        String id = sweeps.completed("""
                {"recipe": {"epochs": 1, "trainingImages": 100}, "trials": 2,
                 "grid": {"seed": [1, 2, 3], "batchSize": [16, 32, 64]}}
                """);

        assertThat(JsonPath.<Integer>read(sweeps.json(id), "$.trials.length()")).isEqualTo(2);
    }

    @Test
    void csvHasAHeaderAndALineATrial() throws Exception {
        String id = sweeps.completed(GRID);

        MockHttpServletResponse response = sweeps.get(id, CSV);

        String[] lines = response.getContentAsString().split("\r\n", -1);
        assertThat(lines).hasSize(6);
        assertThat(lines[0]).isEqualTo("rank,trial,jobId,learningRate,optimiser,state,epochs,objective,bestEpoch,rung");
        assertThat(lines[1]).matches("1,[1-4],[0-9a-f-]{36},0\\.[0-9]+,(sgd|adam),COMPLETED,1,[0-9.]+,1,1");
        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"sweep-" + id + ".csv\"");
    }

    @Test
    void pngIsAPicture() throws Exception {
        String id = sweeps.completed(GRID);

        MockHttpServletResponse response = sweeps.get(id, MediaType.IMAGE_PNG);

        assertThat(ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()))
                        .getWidth())
                .isEqualTo(1000);
    }

    @Test
    void svgHasAnAxisForEveryField() throws Exception {
        String id = sweeps.completed(GRID);

        MockHttpServletResponse response = sweeps.get(id, SVG);

        assertThat(response.getContentType()).isEqualTo("image/svg+xml");
        assertThat(response.getContentAsString())
                .contains("<svg", "learningRate", "optimiser", "adam", "grid, 4 trials, COMPLETED; jobs: 4 COMPLETED");
    }

    @Test
    void aSingleNumberIsDrawnAsAScatter() throws Exception {
        String id = sweeps.completed(ONE_FIELD);

        assertThat(sweeps.get(id, SVG).getContentAsString()).contains("<circle");
    }

    @Test
    void sweepsAreListedNewestFirst() throws Exception {
        String older = sweeps.completed(ONE_FIELD);
        String newer = sweeps.completed(ONE_FIELD);

        String page = mvc.perform(MockMvcRequestBuilders.get(SweepClient.PATH + "?size=2"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(JsonPath.<List<String>>read(page, "$.sweeps[*].id")).containsExactly(newer, older);
    }

    @Test
    void aSweepIsCancelledAsOneAndThenDeleted() throws Exception {
        String id = sweeps.submitted(ENDLESS);

        assertThat(sweeps.cancel(id).getStatus()).isEqualTo(202);
        await().until(() -> JsonPath.read(sweeps.json(id), "$.jobs").equals(Map.of("CANCELLED", 2)));
        assertThat(sweeps.delete(id).getStatus()).isEqualTo(204);

        assertThat(sweeps.get(id).getStatus()).isEqualTo(404);
    }

    @Test
    void aRunningSweepCannotBeDeleted() throws Exception {
        String id = sweeps.submitted(ENDLESS);

        MockHttpServletResponse response = sweeps.delete(id);

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString()).contains("/problems/conflicting-state", "is RUNNING");
        sweeps.cancel(id);
        await().until(() -> JsonPath.read(sweeps.json(id), "$.jobs").equals(Map.of("CANCELLED", 2)));
    }

    @Test
    void theSameKeyAndBodyGiveTheSameSweepAndAnotherBodyIsRefused() throws Exception {
        String first = submitUnder("a-key", ONE_FIELD).getContentAsString();
        String again = submitUnder("a-key", ONE_FIELD).getContentAsString();
        MockHttpServletResponse other = submitUnder("a-key", GRID);

        assertThat(JsonPath.<String>read(again, "$.id")).isEqualTo(JsonPath.<String>read(first, "$.id"));
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString()).contains("/problems/idempotency-key-reused");
    }

    @Test
    void aSweepThatDoesNotFitIntoTheQueueIsRefusedUntilLater() throws Exception {
        MockHttpServletResponse response =
                sweeps.submit("{\"recipe\": {\"epochs\": 1}, \"grid\": {\"seed\": [1, 2, 3, 4, 5, 6, 7, 8]}}");

        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
        assertThat(response.getContentAsString()).contains("/problems/queue-full", "the sweep's 8 trials do not fit");
        String page = mvc.perform(MockMvcRequestBuilders.get(Jobs.PATH + "?state=QUEUED"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(JsonPath.<Integer>read(page, "$.total")).isZero();
    }

    private MockHttpServletResponse submitUnder(String key, String body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post(SweepClient.PATH)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Idempotency-Key", key)
                        .content(body))
                .andReturn()
                .getResponse();
    }
}

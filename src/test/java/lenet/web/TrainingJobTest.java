package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

class TrainingJobTest extends ServiceTest {

    @Autowired
    MockMvc mvc;

    Jobs jobs;

    @BeforeEach
    void client() {
        jobs = new Jobs(mvc);
    }

    @Test
    void aJobIsAcceptedWithItsAddress() throws Exception {
        MockHttpServletResponse response = jobs.submit(Jobs.SHORT);

        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getHeader("Location"))
                .isEqualTo(Jobs.PATH + "/" + JsonPath.<String>read(response.getContentAsString(), "$.id"));
    }

    @Test
    void aRequestWithoutABodyHasTheArticlesRecipe() throws Exception {
        String answer = mvc.perform(MockMvcRequestBuilders.post(Jobs.PATH))
                .andReturn()
                .getResponse()
                .getContentAsString();

        Map<String, Object> recipe = JsonPath.read(answer, "$.recipe");
        assertThat(recipe)
                .containsEntry("architecture", "lenet5")
                .containsEntry("engine", "tiny")
                .containsEntry("epochs", 20)
                .containsEntry("batchSize", 32)
                .containsEntry("learningRate", 0.01)
                .containsEntry("optimiser", "sgd")
                .containsEntry("momentum", 0.0)
                .containsEntry("beta1", null)
                .containsEntry("beta2", null)
                .containsEntry("epsilon", null)
                .containsEntry("weightDecay", 0.0)
                .containsEntry("gradientClipping", null)
                .containsEntry("learningRateSchedule", "constant")
                .containsEntry("seed", 42)
                .containsEntry("trainingImages", 550)
                .containsEntry("earlyStopping", null);
        jobs.ended(JsonPath.read(answer, "$.id"));
    }

    @Test
    void nullIsTakenWhereARecipeShowsIt() throws Exception {
        String id = jobs.finished("{\"epochs\": 1, \"beta1\": null, \"earlyStopping\": null, \"name\": null}");

        assertThat(jobs.text(id, "$.recipe.optimiser")).isEqualTo("sgd");
    }

    @Test
    void theScheduleIsReadInAnyCaseAndWrittenInLowerCase() throws Exception {
        String id = jobs.finished("{\"epochs\": 1, \"learningRateSchedule\": \"COSINE\"}");

        assertThat(jobs.text(id, "$.recipe.learningRateSchedule")).isEqualTo("cosine");
    }

    @Test
    void nesterovHasItsUsualMomentum() throws Exception {
        assertThat(recipe("{\"epochs\": 1, \"optimiser\": \"Nesterov\"}"))
                .containsEntry("optimiser", "nesterov")
                .containsEntry("momentum", 0.9)
                .containsEntry("learningRate", 0.01)
                .containsEntry("beta1", null);
    }

    @Test
    void adamHasItsUsualSettingsAndRate() throws Exception {
        assertThat(recipe("{\"epochs\": 1, \"optimiser\": \"ADAM\", \"momentum\": null}"))
                .containsEntry("optimiser", "adam")
                .containsEntry("learningRate", 0.001)
                .containsEntry("momentum", null)
                .containsEntry("beta1", 0.9)
                .containsEntry("beta2", 0.999)
                .containsEntry("epsilon", 1e-7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"epochs\": 2, \"momentum\": 0.5, \"gradientClipping\": 0.5}",
                "{\"epochs\": 2, \"optimiser\": \"nesterov\", \"weightDecay\": 0.01}",
                "{\"epochs\": 2, \"optimiser\": \"adam\", \"beta1\": 0, \"beta2\": 0.9, \"epsilon\": 1e-3,"
                        + " \"learningRate\": 0.02, \"gradientClipping\": 5}"
            })
    void aRecipeSentBackGivesTheSameTraining(String body) throws Exception {
        String first = jobs.finished(body);
        Map<String, Object> recipe = recipeOf(first);
        String second = jobs.finished(JsonMapper.shared().writeValueAsString(recipe));

        assertThat(jobs.state(second)).isEqualTo("COMPLETED");
        assertThat(losses(second)).isEqualTo(losses(first));
        assertThat(recipeOf(second)).isEqualTo(recipe);
    }

    @Test
    void adamLearns() throws Exception {
        String id = jobs.finished("{\"epochs\": 20, \"optimiser\": \"adam\", \"learningRate\": 0.05}");

        assertThat(JsonPath.<Double>read(jobs.get(id, "/evaluation").getContentAsString(), "$.accuracy"))
                .isGreaterThan(0.6);
    }

    @Test
    void aClippedGradientTakesSmallerSteps() throws Exception {
        String clipped = jobs.finished("{\"epochs\": 1, \"gradientClipping\": 1e-6}");
        String free = jobs.finished("{\"epochs\": 1, \"gradientClipping\": null}");

        assertThat(losses(clipped).get(0)).isGreaterThan(losses(free).get(0));
    }

    @Test
    void aJobRunsToItsEndAndMakesAModel() throws Exception {
        String id = jobs.finished(Jobs.SHORT);

        assertThat(jobs.state(id)).isEqualTo("COMPLETED");
        assertThat(jobs.number(id, "$.modelVersion")).isPositive();
        assertThat(jobs.number(id, "$.progress.percent")).isEqualTo(100);
    }

    @Test
    void trainingLearns() throws Exception {
        String id = jobs.finished("{\"epochs\": 40, \"learningRate\": 0.5}");

        assertThat(JsonPath.<Double>read(jobs.get(id, "/evaluation").getContentAsString(), "$.accuracy"))
                .isGreaterThan(0.6);
    }

    @Test
    void aRunningJobIsCancelledAndKeepsItsCurves() throws Exception {
        String id = jobs.submitted(Jobs.LONG);
        await().until(() -> jobs.number(id, "$.progress.epoch") > 2);

        assertThat(jobs.cancel(id).getStatus()).isEqualTo(202);
        jobs.awaitState(id, List.of("CANCELLED"));

        assertThat(JsonPath.<List<?>>read(jobs.get(id, "/curves").getContentAsString(), "$.epochs"))
                .isNotEmpty();
    }

    @Test
    void aFinishedJobCannotBeCancelled() throws Exception {
        String id = jobs.finished(Jobs.SHORT);

        MockHttpServletResponse response = jobs.cancel(id);

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString()).contains("/problems/conflicting-state", "COMPLETED");
    }

    @Test
    void aJobWhoseLossIsNoLongerANumberFailsAndSaysWhy() throws Exception {
        String id = jobs.finished("{\"epochs\": 20, \"learningRate\": 10, \"weightDecay\": 1}");

        assertThat(jobs.state(id)).isEqualTo("FAILED");
        assertThat(jobs.text(id, "$.failure")).contains("diverged", "learning rate 10.0");
    }

    @Test
    void earlyStoppingEndsATrainingThatGetsNoBetter() throws Exception {
        String id = jobs.finished("""
                {"epochs": 50, "learningRate": 0.01, "earlyStopping": {"patience": 2, "minDelta": 10}}""");

        assertThat(JsonPath.<List<?>>read(jobs.get(id, "/curves").getContentAsString(), "$.epochs"))
                .hasSize(3);
        assertThat(jobs.number(id, "$.bestEpoch")).isEqualTo(1);
    }

    @Test
    void aFinishedJobCanBeDeleted() throws Exception {
        String id = jobs.finished(Jobs.SHORT);

        assertThat(jobs.delete(id).getStatus()).isEqualTo(204);

        assertThat(jobs.get(id, "").getStatus()).isEqualTo(404);
    }

    @Test
    void aRunningJobCannotBeDeleted() throws Exception {
        String id = jobs.submitted(Jobs.LONG);

        assertThat(jobs.delete(id).getStatus()).isEqualTo(409);

        jobs.ended(id);
    }

    @Test
    void jobsPastTheQueuesBoundAreRefusedUntilLater() throws Exception {
        List<String> taken = new ArrayList<>();
        MockHttpServletResponse response = jobs.submit(Jobs.LONG);
        while (response.getStatus() == 202 && taken.size() < 20) {
            taken.add(JsonPath.read(response.getContentAsString(), "$.id"));
            response = jobs.submit(Jobs.LONG);
        }

        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
        assertThat(response.getContentAsString()).contains("/problems/queue-full");
        for (int i = taken.size() - 1; i >= 0; i--) {
            jobs.ended(taken.get(i));
        }
    }

    @Test
    void jobsAreListedNewestFirst() throws Exception {
        String older = jobs.finished(Jobs.SHORT);
        String newer = jobs.finished(Jobs.SHORT);

        String page = mvc.perform(MockMvcRequestBuilders.get(Jobs.PATH + "?size=2&state=completed"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(JsonPath.<List<String>>read(page, "$.jobs[*].id")).containsExactly(newer, older);
        assertThat(JsonPath.<List<Integer>>read(page, "$.jobs[*].bestEpoch")).containsExactly(2, 2);
    }

    @Test
    void aPageHasOnlyJobsOfTheStateAskedFor() throws Exception {
        jobs.finished(Jobs.SHORT);

        String page = mvc.perform(MockMvcRequestBuilders.get(Jobs.PATH + "?state=RUNNING"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(JsonPath.<Integer>read(page, "$.total")).isZero();
    }

    /** The recipe that {@code body} is given; its job has ended. */
    private Map<String, Object> recipe(String body) throws Exception {
        return recipeOf(jobs.finished(body));
    }

    private Map<String, Object> recipeOf(String id) throws Exception {
        return JsonPath.read(jobs.get(id, "").getContentAsString(), "$.recipe");
    }

    private List<Double> losses(String id) throws Exception {
        return JsonPath.read(jobs.get(id, "/curves").getContentAsString(), "$.epochs[*].trainingLoss");
    }
}

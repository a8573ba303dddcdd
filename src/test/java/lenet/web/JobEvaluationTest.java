package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

class JobEvaluationTest extends ServiceTest {

    @Autowired
    MockMvc mvc;

    Jobs jobs;

    @BeforeEach
    void client() {
        jobs = new Jobs(mvc);
    }

    @Test
    void accuracyAndErrorRateSumToOne() throws Exception {
        String evaluation = jobs.get(jobs.finished(Jobs.SHORT), "/evaluation").getContentAsString();

        double accuracy = JsonPath.read(evaluation, "$.accuracy");
        double errorRate = JsonPath.read(evaluation, "$.errorRate");
        assertThat(accuracy + errorRate).isEqualTo(1);
    }

    @Test
    void everyTestPictureIsInTheConfusionMatrix() throws Exception {
        String evaluation = jobs.get(jobs.finished(Jobs.SHORT), "/evaluation").getContentAsString();

        List<Integer> counts = JsonPath.read(evaluation, "$.confusionMatrix[*][*]");
        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
        assertThat(JsonPath.<Integer>read(evaluation, "$.images")).isEqualTo(200);
    }

    @Test
    void theConfusionMatrixIsAPictureToo() throws Exception {
        byte[] png = jobs.get(jobs.finished(Jobs.SHORT), "/evaluation", MediaType.IMAGE_PNG)
                .getContentAsByteArray();

        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThan(500);
    }

    @Test
    void theMostConfidentlyWrongPictureComesFirst() throws Exception {
        String examples = jobs.get(jobs.finished(Jobs.SHORT), "/evaluation/examples?limit=3")
                .getContentAsString();

        List<Number> confidences = JsonPath.read(examples, "$.examples[*].confidence");
        assertThat(confidences.stream().map(Number::doubleValue).toList())
                .hasSize(3)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(JsonPath.<Integer>read(examples, "$.examples[0].label"))
                .isNotEqualTo(JsonPath.<Integer>read(examples, "$.examples[0].predicted"));
    }

    @Test
    void anExampleSaysWhereItsPictureIs() throws Exception {
        String examples = jobs.get(jobs.finished(Jobs.SHORT), "/evaluation/examples?correct=true&limit=1")
                .getContentAsString();

        assertThat(JsonPath.<String>read(examples, "$.examples[0].picture"))
                .isEqualTo("/api/v1/dataset/test/" + JsonPath.<Integer>read(examples, "$.examples[0].index"));
    }

    @Test
    void examplesAreAPictureToo() throws Exception {
        byte[] png = jobs.get(jobs.finished(Jobs.SHORT), "/evaluation/examples", MediaType.IMAGE_PNG)
                .getContentAsByteArray();

        assertThat(ImageIO.read(new ByteArrayInputStream(png))).isNotNull();
    }

    @Test
    void aJobThatHasNotCompletedHasNoEvaluation() throws Exception {
        String id = jobs.submitted(Jobs.LONG);

        MockHttpServletResponse response = jobs.get(id, "/evaluation");

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString()).contains("COMPLETED");
        jobs.ended(id);
    }
}

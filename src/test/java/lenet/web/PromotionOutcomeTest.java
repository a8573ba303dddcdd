package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import lenet.model.ModelAliases;
import lenet.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** What a job says of its model's going live; the live one is the bundled one. */
@SuppressWarnings("NullAway.Init") // Spring and JUnit set the fields.
class PromotionOutcomeTest extends ServiceTest {

    /** Nothing is learned. */
    private static final String POOR =
            "{\"epochs\": 1, \"trainingImages\": 100, \"learningRate\": 0.000001, \"promote\": \"%s\"}";

    @Autowired
    MockMvc mvc;

    @Autowired
    ModelAliases aliases;

    Jobs jobs;
    long live;

    @BeforeEach
    void client() {
        jobs = new Jobs(mvc);
        live = aliases.liveVersion().orElseThrow();
    }

    @Test
    void aJobWhoseModelIsWorseTellsWhatItWasComparedWith() throws Exception {
        String job = finished("ifBetter");

        assertThat(JsonPath.<Boolean>read(job, "$.promotion.promoted")).isFalse();
        assertThat(JsonPath.<Integer>read(job, "$.promotion.comparedWith")).isEqualTo((int) live);
        assertThat(JsonPath.<Double>read(job, "$.promotion.validationAccuracy"))
                .isLessThan(JsonPath.<Double>read(job, "$.promotion.comparedValidationAccuracy"));
        assertThat(JsonPath.<String>read(job, "$.promotion.reason"))
                .matches(
                        "Model %s did not go live: its validation accuracy of [0-9.]+ %% is not above the 99\\.58 %% of model %d, which stays live\\."
                                .formatted(JsonPath.<Integer>read(job, "$.modelVersion"), live));
    }

    @Test
    void aJobWhoseModelGoesLiveInAnyCaseTellsWhatWasLiveBefore() throws Exception {
        String job = finished("always");
        aliases.promote(live, "the end of a test");

        assertThat(JsonPath.<Boolean>read(job, "$.promotion.promoted")).isTrue();
        assertThat(JsonPath.<Integer>read(job, "$.promotion.comparedWith")).isEqualTo((int) live);
        assertThat(JsonPath.<String>read(job, "$.promotion.reason")).contains("went live, as was asked");
    }

    @Test
    void aJobWhoseModelWasNotToGoLiveSaysSo() throws Exception {
        assertThat(JsonPath.<String>read(finished("never"), "$.promotion.reason"))
                .endsWith("did not go live, as was asked.");
    }

    @Test
    void aJobThatHasNotEndedTellsNothingYet() throws Exception {
        String id = jobs.submitted(Jobs.LONG);

        assertThat(JsonPath.<Object>read(json(id), "$.promotion")).isNull();
        jobs.ended(id);
    }

    private String finished(String promote) throws Exception {
        return json(jobs.finished(POOR.formatted(promote)));
    }

    private String json(String id) throws Exception {
        return jobs.get(id, "", MediaType.APPLICATION_JSON).getContentAsString();
    }
}

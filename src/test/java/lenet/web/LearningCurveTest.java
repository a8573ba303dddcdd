package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

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

class LearningCurveTest extends ServiceTest {

    private static final MediaType CSV = MediaType.valueOf("text/csv");
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    @Autowired
    MockMvc mvc;

    Jobs jobs;
    String id;

    @BeforeEach
    void trained() throws Exception {
        jobs = new Jobs(mvc);
        id = jobs.finished(Jobs.SHORT);
    }

    @Test
    void jsonHasEveryFigureOfEveryEpoch() throws Exception {
        String curves = jobs.get(id, "/curves", MediaType.APPLICATION_JSON).getContentAsString();

        List<Map<String, Object>> epochs = JsonPath.read(curves, "$.epochs");
        assertThat(epochs).extracting(epoch -> epoch.get("epoch")).containsExactly(1, 2);
        assertThat(epochs.get(0))
                .containsOnlyKeys(
                        "epoch",
                        "trainingLoss",
                        "trainingAccuracy",
                        "validationLoss",
                        "validationAccuracy",
                        "learningRate",
                        "seconds",
                        "imagesPerSecond");
        assertThat(JsonPath.<Integer>read(curves, "$.bestEpoch")).isEqualTo(2);
    }

    @Test
    void csvHasAHeaderAndALineAnEpoch() throws Exception {
        MockHttpServletResponse response = jobs.get(id, "/curves", CSV);

        String[] lines = response.getContentAsString().split("\r\n", -1);
        assertThat(lines).hasSize(4);
        assertThat(lines[0])
                .isEqualTo("epoch,trainingLoss,trainingAccuracy,validationLoss,validationAccuracy,learningRate,seconds,"
                        + "imagesPerSecond");
        assertThat(lines[2]).matches("2(,[0-9.E-]+){7}");
    }

    @Test
    void csvIsSavedUnderTheJobsName() throws Exception {
        assertThat(jobs.get(id, "/curves", CSV).getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"learning-curves-" + id + ".csv\"");
    }

    @Test
    void pngIsAPicture() throws Exception {
        MockHttpServletResponse response = jobs.get(id, "/curves", MediaType.IMAGE_PNG);

        assertThat(ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()))
                        .getWidth())
                .isGreaterThan(500);
    }

    @Test
    void svgIsADrawing() throws Exception {
        MockHttpServletResponse response = jobs.get(id, "/curves", SVG);

        assertThat(response.getContentType()).isEqualTo("image/svg+xml");
        assertThat(response.getContentAsString()).contains("<svg");
    }

    @Test
    void aBrowserReadsJson() throws Exception {
        List<MediaType> browser = MediaType.parseMediaTypes(
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8");

        assertThat(jobs.get(id, "/curves", browser.toArray(MediaType[]::new)).getContentType())
                .isEqualTo("application/json");
    }

    @Test
    void theTypeOfHigherQualityIsChosen() throws Exception {
        MediaType[] accepted = MediaType.parseMediaTypes("application/json;q=0.1, image/png;q=0.9")
                .toArray(MediaType[]::new);

        assertThat(jobs.get(id, "/curves", accepted).getContentType()).isEqualTo("image/png");
    }

    @Test
    void anotherTypeIsNotAcceptable() throws Exception {
        MockHttpServletResponse response = jobs.get(id, "/curves", MediaType.APPLICATION_PDF);

        assertThat(response.getStatus()).isEqualTo(406);
        assertThat(response.getContentAsString()).contains("/problems/not-acceptable", "text/csv");
    }
}

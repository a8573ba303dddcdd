package lenet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExperimentTest {

    private static final String JOBS = "/api/v1/training-jobs";
    private static final String ENSEMBLES = "/api/v1/ensembles";
    private static final String NETWORK = """
            {"architecture": "lenet5", "parameters": 61706, "createdAt": "2026-11-24T01:00:00Z", "scores": {"testAccuracy": 0.996, "validationAccuracy": 0.995}}""";

    private ScriptedService service;

    @BeforeEach
    void startAServiceWithOneJobAndOneEnsemble() throws IOException {
        service = new ScriptedService();
        String job = """
                {"id": "a", "state": "COMPLETED", "modelVersion": 5, "attempts": 1, "startedAt": "2026-11-24T01:00:00Z", "finishedAt": "2026-11-24T01:00:30Z"}""";
        String ensemble = """
                {"id": "b", "state": "COMPLETED", "modelVersion": 9}""";
        service.answer(JOBS, job);
        service.answer(JOBS + "/a", job);
        service.answer(JOBS + "/a/curves", "{\"epochs\": []}");
        service.answer(ENSEMBLES, ensemble);
        service.answer(ENSEMBLES + "/b", ensemble);
        service.answer("/api/v1/models/5", NETWORK);
        service.answer("/api/v1/models/9", NETWORK);
    }

    @AfterEach
    void stopTheService() {
        service.close();
    }

    @Test
    void pupilsLearnFromTheAverageOfAllTheirTeachers() throws Exception {
        assertThat(results(2, Row.LOWEST, Row.TAUGHT)).hasSize(2);

        assertThat(service.asked(ENSEMBLES)).singleElement().asString().endsWith("\"models\":[5,5]}");
        assertThat(service.asked(JOBS))
                .hasSize(4)
                .filteredOn(body -> body.endsWith("\"teacher\":9}"))
                .satisfiesExactly(body -> assertThat(body).contains("taught, seed 1"), body -> assertThat(body)
                        .contains("taught, seed 2"));
    }

    @Test
    void aSingleTeacherTeachesAlone() throws Exception {
        assertThat(results(1, Row.LOWEST, Row.TAUGHT)).hasSize(2);

        assertThat(service.asked(ENSEMBLES)).isEmpty();
        assertThat(service.asked(JOBS))
                .last()
                .asString()
                .contains("taught, seed 1")
                .endsWith("\"teacher\":5}");
    }

    @Test
    void pupilsWithoutTeachersAreLeftOut() throws Exception {
        assertThat(results(2, Row.TAUGHT)).isEmpty();

        assertThat(service.asked(JOBS)).isEmpty();
    }

    private List<RowResult> results(int seeds, Row... rows) throws IOException, InterruptedException {
        Options options = new Options(List.of(rows), seeds, null, null, Path.of("unused"));
        return new Experiment(service.api(), options).results();
    }
}

package lenet.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnsemblesTest {

    private static final Origin ORIGIN = new Origin("Zen 4", "Linux", "OpenJDK 25", "abc", Instant.EPOCH);
    private static final String ENSEMBLE = """
            {"id": "7", "state": "COMPLETED", "modelVersion": 9, "members": [{"member": 1, "job": "a", "modelVersion": 7}, {"member": 2, "job": "b", "modelVersion": 8}]}""";
    private static final String MODEL = """
            {"parameters": 50994, "createdAt": "2026-11-24T01:00:00Z", "scores": {"testAccuracy": 0.993, "validationAccuracy": 0.99}}""";
    private static final String JOB = """
            {"attempts": 1, "startedAt": "2026-11-24T01:00:00Z", "finishedAt": "2026-11-24T01:00:30Z"}""";

    private ScriptedService service;
    private Ensembles ensembles;

    @BeforeEach
    void startAService() throws IOException {
        service = new ScriptedService();
        ensembles = new Ensembles(service.api(), new Models(service.api()));
    }

    @AfterEach
    void stopTheService() {
        service.close();
    }

    @Test
    void aServiceWithoutEnsemblesLeavesTheRowOut() throws Exception {
        Row boosted = Row.named("boosted-lenet4");

        assertThat(ensembles.trained(boosted, boosted.body(1, null))).isEmpty();
    }

    @Test
    void anEnsembleTakesTheTimeOfItsMembers() throws Exception {
        service.answer("/api/v1/ensembles", ENSEMBLE);
        service.answer("/api/v1/ensembles/7", ENSEMBLE);
        service.answer("/api/v1/models/9", MODEL);
        for (String job : List.of("a", "b")) {
            service.answer("/api/v1/training-jobs/" + job, JOB);
            service.answer("/api/v1/training-jobs/" + job + "/curves", "{\"epochs\": []}");
        }
        Row boosted = Row.named("boosted-lenet4");

        assertThat(ensembles.trained(boosted, boosted.body(1, null))).hasValueSatisfying(run -> {
            assertThat(run.seconds()).isEqualTo(60);
            assertThat(run.testError()).isCloseTo(0.007, within(1e-9));
            assertThat(run.rejected()).isNull();
            assertThat(run.members()).containsExactly(7L, 8L);
        });
    }

    @Test
    void anAverageNamesTheVersionsOfItsMembers() throws Exception {
        service.answer("/api/v1/ensembles", ENSEMBLE);
        service.answer("/api/v1/ensembles/7", ENSEMBLE);
        service.answer("/api/v1/models/9", MODEL);
        service.answer("/api/v1/models/9/evaluation/rejection", "{\"rejectedForHalfPercent\": 0.0123}");
        Row four = Row.named("four-averaged");

        assertThat(ensembles.averaged(four, four.body(1, null), List.of(member(3), member(4))))
                .hasValueSatisfying(run -> assertThat(run.rejected()).isEqualTo(0.0123));
        assertThat(service.asked("/api/v1/ensembles"))
                .singleElement()
                .asString()
                .endsWith("\"models\":[3,4]}");
    }

    private static Run member(long model) {
        return new Run(model, 0.01, 0.01, 30, 61_706, null, ORIGIN, List.of(model), List.of());
    }
}

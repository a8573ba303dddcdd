package lenet.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lenet.testing.ServiceTest;
import lenet.training.TrainingService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@Timeout(60)
class JobEventTest extends ServiceTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JobEventStreams streams;

    @Autowired
    EventProperties properties;

    @Autowired
    TrainingService training;

    @LocalServerPort
    int port;

    Jobs jobs;

    @BeforeEach
    void client() {
        jobs = new Jobs(mvc);
    }

    @Test
    void aFinishedJobsStreamTellsEverythingAndEnds() throws Exception {
        String id = jobs.finished(Jobs.SHORT);

        List<EventStream.Event> events = EventStream.open(port, id, 0).rest();

        assertThat(events).extracting(EventStream.Event::id).containsExactly("1", "2", "3", "4", "5");
        assertThat(events)
                .extracting(EventStream.Event::name)
                .containsExactly("state", "state", "epoch", "epoch", "state");
        assertThat(JsonPath.<String>read(events.get(4).data(), "$.state")).isEqualTo("COMPLETED");
    }

    @Test
    void aStreamGoesOnAfterTheLastEventSeen() throws Exception {
        String id = jobs.finished(Jobs.SHORT);

        List<EventStream.Event> events = EventStream.open(port, id, 3).rest();

        assertThat(events).extracting(EventStream.Event::id).containsExactly("4", "5");
    }

    @Test
    void aClientThatHasSeenEverythingIsToldToGiveUp() throws Exception {
        String id = jobs.finished(Jobs.SHORT);

        assertThat(EventStream.open(port, id, 5).response().statusCode()).isEqualTo(204);
    }

    @Test
    void anEpochEventHasTheEpochsFigures() throws Exception {
        String id = jobs.finished(Jobs.SHORT);

        EventStream.Event epoch = EventStream.open(port, id, 2).rest().get(0);

        assertThat(JsonPath.<Integer>read(epoch.data(), "$.epoch")).isEqualTo(1);
        assertThat(JsonPath.<Double>read(epoch.data(), "$.validationLoss")).isPositive();
    }

    @Test
    void aRunningJobsStreamTellsProgressWithoutANumberAndEndsWithTheJob() throws Exception {
        String id = jobs.submitted(Jobs.LONG);
        List<EventStream.Event> events = new ArrayList<>();
        try (EventStream stream = EventStream.open(port, id, 0)) {
            while (events.stream().noneMatch(event -> event.name().equals("progress"))) {
                events.add(stream.next().orElseThrow());
            }
            jobs.cancel(id);
            events.addAll(stream.rest());
        }

        assertThat(events)
                .filteredOn(event -> event.name().equals("progress"))
                .extracting(EventStream.Event::id)
                .containsOnly("");
        assertThat(JsonPath.<String>read(events.get(events.size() - 1).data(), "$.state"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void aClientThatLeavesFreesItsPlace() throws Exception {
        String id = jobs.submitted(Jobs.LONG);
        try (EventStream stream = EventStream.open(port, id, 0)) {
            stream.next();
            assertThat(streams.size()).isEqualTo(1);
        }

        await().atMost(20, SECONDS).until(() -> streams.size() == 0);
        jobs.ended(id);
    }

    @Test
    void streamsPastOneClientsBoundAreRefusedUntilLater() throws Exception {
        String id = jobs.submitted(Jobs.LONG);
        List<EventStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < properties.maxStreamsPerClient(); i++) {
                open.add(EventStream.open(port, id, 0));
            }

            var refused = EventStream.open(port, id, 0).response();

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("2");
            assertThat(new String(refused.body().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("/problems/too-many-streams", "20 event streams are open to your address");
        } finally {
            jobs.ended(id);
            for (EventStream stream : open) {
                drain(stream);
            }
        }
    }

    @Test
    void oneClientLeavesPlacesToTheOthersUntilAllAreTaken() throws Exception {
        String id = jobs.submitted(Jobs.LONG);
        JobEventStreams three = started(new EventProperties(3, 2, Duration.ofHours(1)));
        try {
            open(three, id, "192.0.2.1");
            open(three, id, "192.0.2.1");

            assertThatThrownBy(() -> open(three, id, "192.0.2.1")).hasMessageContaining("your address");
            open(three, id, "192.0.2.2");
            assertThatThrownBy(() -> open(three, id, "192.0.2.3")).hasMessageContaining("all the service serves");
        } finally {
            three.stop();
            jobs.ended(id);
        }
    }

    @Test
    void aStreamEndsAfterItsLongestLife() throws Exception {
        String id = jobs.submitted(Jobs.LONG);
        JobEventStreams brief = started(new EventProperties(1, 1, Duration.ofSeconds(1)));
        try {
            open(brief, id, "192.0.2.1");

            await().atMost(20, SECONDS).until(() -> brief.size() == 0);
        } finally {
            brief.stop();
            jobs.ended(id);
        }
    }

    private JobEventStreams started(EventProperties limits) {
        JobEventStreams started = new JobEventStreams(training, limits);
        started.start();
        return started;
    }

    private static void open(JobEventStreams streams, String job, String address) {
        streams.open(UUID.fromString(job), 0, ClientAddress.of(address));
    }

    @Test
    void stoppingTheServiceEndsItsStreams() throws Exception {
        String id = jobs.submitted(Jobs.LONG);
        try (EventStream stream = EventStream.open(port, id, 0)) {
            stream.next();

            streams.stop();

            stream.rest();
            assertThat(streams.size()).isZero();
        } finally {
            streams.start();
            jobs.ended(id);
        }
    }

    @Test
    void streamsEndBeforeTheWebServerWaitsForRequests() {
        assertThat(streams.getPhase()).isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }

    private static void drain(EventStream stream) throws IOException {
        stream.rest();
        stream.close();
    }
}

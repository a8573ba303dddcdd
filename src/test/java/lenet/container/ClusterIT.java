package lenet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lenet.testing.FaultScale;
import lenet.testing.Needs;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * Three nodes of the real image share twelve jobs, while one node is frozen, one cut from the database and one killed. The
 * tests follow one another: the first ones need all nodes, the last ones look at what the faults have left.
 */
@Needs.Docker
@Testcontainers
@TestMethodOrder(OrderAnnotation.class)
class ClusterIT {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterIT.class);
    private static final FaultScale SCALE = FaultScale.chosen();
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final int JOBS = 12;

    /** Four jobs have the same seed and three are disturbed, so every disturbed job has an undisturbed twin. */
    private static final int SEEDS = 3;

    /** A node's part of a processor while faults happen, so that jobs outlast them on a large machine, too. */
    private static final double PROCESSORS = 0.6;

    @Container
    static final Cluster CLUSTER = new Cluster(3, SCALE.heartbeat());

    private static final Map<String, Integer> SEED_BY_JOB = new LinkedHashMap<>();
    private static final List<String> DISTURBED = new ArrayList<>();
    private static int modelsBefore;

    @Test
    @Order(1)
    void aJobIsFollowedThroughANodeThatDoesNotRunIt() throws Exception {
        TrainingJobs jobs = CLUSTER.node(1).jobs();
        String job = jobs.submit(3, "never", 1);
        TrainingJobs elsewhere = CLUSTER.nodeOtherThan(jobs.awaitRunner(job)).jobs();

        try (var events = elsewhere.events(job)) {
            List<String> lines = events.toList();
            assertThat(lines.stream().filter("event:epoch"::equals)).hasSize(3);
            assertThat(lines).anyMatch(line -> line.contains("COMPLETED"));
        }
    }

    @Test
    @Order(2)
    void aPromotedModelAnswersOnEveryNodeWithinTwoSeconds() throws Exception {
        byte[] seven = CLUSTER.node(1).client().get("/api/v1/dataset/test/0", "image/png");
        TrainingJobs jobs = CLUSTER.node(2).jobs();
        String job = jobs.submit(2, "always", 2);

        jobs.awaitState(job, "COMPLETED", Duration.ofMinutes(1));

        String answered = "\"modelVersion\":" + jobs.modelVersion(job);
        await().atMost(TWO_SECONDS).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            for (ClusterNode node : CLUSTER.nodes()) {
                assertThat(node.client().post("/api/v1/classifications", "image/png", seven))
                        .as(node.name())
                        .contains(answered);
            }
        });
    }

    @Test
    @Order(3)
    void aJobIsCancelledThroughAnotherNodeWithinTwoSeconds() throws Exception {
        TrainingJobs jobs = CLUSTER.node(1).jobs();
        String job = jobs.submit(1000, "never", 3);
        TrainingJobs elsewhere = CLUSTER.nodeOtherThan(jobs.awaitRunner(job)).jobs();

        elsewhere.cancel(job);

        elsewhere.awaitState(job, "CANCELLED", TWO_SECONDS);
    }

    @Test
    @Order(4)
    void everyJobCompletesWhileOneNodeIsFrozenOneCutFromTheDatabaseAndOneKilled() throws Exception {
        modelsBefore = CLUSTER.models();
        CLUSTER.nodes().forEach(node -> node.limitProcessors(PROCESSORS));
        submitJobsRoundRobin();
        ClusterNode frozen = CLUSTER.node(1);
        ClusterNode cut = CLUSTER.node(2);
        ClusterNode killed = CLUSTER.node(3);

        disturb(frozen, ClusterNode::freeze, killed);
        disturb(cut, ClusterNode::cutFromDatabase, killed);
        frozen.unfreeze();
        disturb(killed, ClusterNode::kill, frozen);
        cut.reconnectToDatabase();

        List.of(frozen, cut).forEach(node -> node.limitProcessors(0));
        for (String job : SEED_BY_JOB.keySet()) {
            survivor().awaitState(job, "COMPLETED", SCALE.endPatience());
        }
    }

    @Test
    @Order(5)
    void noJobIsLostAndNoneCompletesTwice() throws Exception {
        assertThat(SEED_BY_JOB).hasSize(JOBS);
        for (String job : SEED_BY_JOB.keySet()) {
            assertThat(survivor().statesBefore(job, "COMPLETED")).as(job).containsExactly("RUNNING");
        }
    }

    @Test
    @Order(6)
    void everyJobHasMadeOneModel() throws Exception {
        List<String> versions = new ArrayList<>();
        for (String job : SEED_BY_JOB.keySet()) {
            versions.add(survivor().modelVersion(job));
        }

        assertThat(versions).doesNotHaveDuplicates().doesNotContain("null");
        assertThat(CLUSTER.models() - modelsBefore).isEqualTo(JOBS);
    }

    @Test
    @Order(7)
    void theDisturbedJobsWereStartedAgain() throws Exception {
        assertThat(DISTURBED).hasSize(3).doesNotHaveDuplicates();
        for (String job : DISTURBED) {
            assertThat(survivor().attempts(job)).as(job).isGreaterThan(1);
        }
    }

    @Test
    @Order(8)
    void theNodesThatCameBackWereRefusedByTheJobsThatHadMovedOn() {
        for (ClusterNode back : List.of(CLUSTER.node(1), CLUSTER.node(2))) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(back.client().text("/actuator/prometheus", "text/plain"))
                            .as(back.name())
                            .containsPattern("lenet_training_fenced_writes_total [1-9]"));
        }
    }

    @Test
    @Order(9)
    void everyCurveHasEachEpochOnce() throws Exception {
        for (String job : SEED_BY_JOB.keySet()) {
            assertThat(survivor().epochs(job))
                    .as(job)
                    .isEqualTo(IntStream.rangeClosed(1, SCALE.epochs()).boxed().toList());
        }
    }

    @Test
    @Order(10)
    void aDisturbedJobHasTheCurveOfItsUndisturbedTwin() throws Exception {
        for (String job : DISTURBED) {
            String twin = undisturbedTwin(job);
            assertThat(survivor().curve(job))
                    .as("%s and %s", job, twin)
                    .isEqualTo(survivor().curve(twin));
        }
    }

    private static void submitJobsRoundRobin() throws Exception {
        for (int number = 0; number < JOBS; number++) {
            // Shifted each round, lest each node gets a seed of its own.
            int seed = (number + number / SEEDS) % SEEDS;
            String job = CLUSTER.nodes().get(number % 3).jobs().submit(SCALE.epochs(), "never", seed);
            SEED_BY_JOB.put(job, seed);
        }
    }

    /** Lets a fault hit {@code node} in the middle of a job and returns once the job has been taken from it. */
    private static void disturb(ClusterNode node, Consumer<ClusterNode> fault, ClusterNode witness) {
        String job = witness.jobs().awaitJobHalfWayOn(node, SCALE.endPatience());
        DISTURBED.add(job);
        Instant start = Instant.now();

        fault.accept(node);

        witness.jobs().awaitInterruption(job, SCALE.takeoverPatience());
        LOG.info(
                "{} lost job {} after {} ms",
                node.name(),
                job,
                Duration.between(start, Instant.now()).toMillis());
    }

    private static String undisturbedTwin(String disturbed) throws Exception {
        for (Map.Entry<String, Integer> job : SEED_BY_JOB.entrySet()) {
            if (job.getValue().equals(SEED_BY_JOB.get(disturbed)) && survivor().attempts(job.getKey()) == 1) {
                return job.getKey();
            }
        }
        throw new AssertionError("every job with the seed of " + disturbed + " was disturbed");
    }

    /** What the cut node says after its return: it saw the least of what happened. */
    private static TrainingJobs survivor() {
        return CLUSTER.node(2).jobs();
    }
}

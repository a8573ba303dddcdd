package lenet.container;

import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Training jobs as one node tells of them. */
public final class TrainingJobs {

    private static final String PATH = "/api/v1/training-jobs";
    private static final String JSON = "application/json";

    private final Client client;

    public TrainingJobs(Client client) {
        this.client = client;
    }

    /** Submits a job of 10,000 pictures and returns its id. */
    public String submit(int epochs, String promote, int seed) throws IOException, InterruptedException {
        return submit(epochs, promote, seed, 0);
    }

    /** The same before all jobs that wait with a lower priority. */
    public String submit(int epochs, String promote, int seed, int priority) throws IOException, InterruptedException {
        String recipe =
                "{\"trainingImages\": 10000, \"epochs\": %d, \"promote\": \"%s\", \"seed\": %d, \"priority\": %d}"
                        .formatted(epochs, promote, seed, priority);
        return JsonPath.read(client.post(PATH, JSON, recipe.getBytes(StandardCharsets.UTF_8)), "$.id");
    }

    void cancel(String job) throws IOException, InterruptedException {
        client.post(PATH + "/" + job + "/cancel", JSON, new byte[0]);
    }

    /** Asks again when the node answers 503, as one does that has its database back but not all its connections yet. */
    public void awaitState(String job, String state, Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> state(job), state::equals);
    }

    /** The name of the node that runs the job, once one does. */
    String awaitRunner(String job) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> client.value(PATH + "/" + job, "$.node"), node -> !node.equals("null"));
    }

    /** A job that has never been interrupted and that the node is in the middle of, once there is one. */
    String awaitJobHalfWayOn(ClusterNode node, Duration patience) {
        String path =
                "$.jobs[?(@.node == '%s' && @.attempts == 1 && @.progress.percent > 10 && @.progress.percent < 70)].id"
                        .formatted(node.name());
        return await().atMost(patience)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> JsonPath.<List<String>>read(client.text(PATH + "?state=RUNNING", JSON), path),
                        jobs -> !jobs.isEmpty())
                .get(0);
    }

    void awaitInterruption(String job, Duration patience) {
        await().atMost(patience).pollInterval(Duration.ofMillis(200)).until(() -> !statesBefore(job, "INTERRUPTED")
                .isEmpty());
    }

    public String state(String job) throws IOException, InterruptedException {
        return client.value(PATH + "/" + job, "$.state");
    }

    int attempts(String job) throws IOException, InterruptedException {
        return Integer.parseInt(client.value(PATH + "/" + job, "$.attempts"));
    }

    String modelVersion(String job) throws IOException, InterruptedException {
        return client.value(PATH + "/" + job, "$.modelVersion");
    }

    /** The states from which the job went to {@code state}, once for each time it did. */
    List<String> statesBefore(String job, String state) throws IOException, InterruptedException {
        String path = "$.transitions[?(@.to == '%s')].from".formatted(state);
        return JsonPath.read(client.text(PATH + "/" + job + "/history", JSON), path);
    }

    List<Integer> epochs(String job) throws IOException, InterruptedException {
        return JsonPath.read(client.text(PATH + "/" + job + "/curves", JSON), "$.epochs[*].epoch");
    }

    /** Losses and accuracies of all epochs, with all their digits. */
    public String curve(String job) throws IOException, InterruptedException {
        return client.value(
                PATH + "/" + job + "/curves",
                "$.epochs[*]['epoch','trainingLoss','trainingAccuracy','validationLoss','validationAccuracy']");
    }

    /** The lines of the job's event stream, until the server ends it. */
    Stream<String> events(String job) throws IOException, InterruptedException {
        return client.events(PATH + "/" + job + "/events");
    }
}

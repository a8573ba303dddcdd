package lenet.paper;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Training jobs of the service. */
record Jobs(Api api, Models models) {

    static final String PATH = "/api/v1/training-jobs";

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Set<String> ENDED = Set.of("COMPLETED", "CANCELLED", "FAILED");
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Submits a job or finds the same one of an earlier run, which goes on where it was stopped; its path. */
    String submitted(Row row, JsonNode body) throws IOException, InterruptedException {
        JsonNode job = api.create(PATH, row.name(), body)
                .orElseThrow(() -> new IOException("expected a service with " + PATH));
        String path = PATH + "/" + job.required("id").asString();
        switch (job.required("state").asString()) {
            case "FAILED", "CANCELLED" -> api.retry(path + "/retry");
            case "PAUSED" -> api.retry(path + "/resume");
            default -> {}
        }
        return path;
    }

    /** Waits for the job; absent where it did not end well. */
    Optional<Run> trained(String path) throws IOException, InterruptedException {
        JsonNode job = ended(api, path);
        if (!job.required("state").asString().equals("COMPLETED")) {
            LOG.error("{} is left out: {}", job.path("name"), job);
            return Optional.empty();
        }
        List<Epoch> epochs = api.get(path + "/curves")
                .required("epochs")
                .valueStream()
                .map(Epoch::of)
                .toList();
        long version = job.required("modelVersion").longValue();
        return Optional.of(models.run(version, seconds(job, epochs), List.of(version), epochs));
    }

    /** How long a job has trained that has ended. */
    double seconds(String path) throws IOException, InterruptedException {
        List<Epoch> epochs = api.get(path + "/curves")
                .required("epochs")
                .valueStream()
                .map(Epoch::of)
                .toList();
        return seconds(api.get(path), epochs);
    }

    /** From start to end; the epochs' own time where the job stood still in between. */
    private static double seconds(JsonNode job, List<Epoch> epochs) {
        return job.required("attempts").intValue() == 1
                ? Duration.between(
                                        Instant.parse(job.required("startedAt").asString()),
                                        Instant.parse(job.required("finishedAt").asString()))
                                .toMillis()
                        / 1000.0
                : epochs.stream().mapToDouble(Epoch::seconds).sum();
    }

    /** What is at {@code path} once its state is a last one. */
    static JsonNode ended(Api api, String path) throws IOException, InterruptedException {
        JsonNode found = api.get(path);
        while (!ENDED.contains(found.required("state").asString())) {
            Thread.sleep(POLL.toMillis());
            found = api.get(path);
        }
        return found;
    }
}

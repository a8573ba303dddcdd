package lenet.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ensembles of the service, where it has them. */
final class Ensembles {

    private static final Logger LOG = LoggerFactory.getLogger(Ensembles.class);
    private static final String PATH = "/api/v1/ensembles";

    private final Api api;
    private final Models models;

    Ensembles(Api api, Models models) {
        this.api = api;
        this.models = models;
    }

    /** Trains one, or finds the same one of an earlier run; absent where it did not end well. */
    Optional<Run> trained(Row row, ObjectNode body) throws IOException, InterruptedException {
        Optional<JsonNode> ensemble = ended(row, body);
        if (ensemble.isEmpty()) {
            return Optional.empty();
        }
        Jobs jobs = new Jobs(api, models);
        double seconds = 0;
        List<Long> versions = new ArrayList<>();
        for (JsonNode member : ensemble.get().path("members")) {
            seconds += jobs.seconds(Jobs.PATH + "/" + member.required("job").asString());
            versions.add(member.required("modelVersion").longValue());
        }
        return Optional.of(
                models.run(ensemble.get().required("modelVersion").longValue(), seconds, versions, List.of()));
    }

    /** Makes one of models that are there. */
    Optional<Run> averaged(Row row, ObjectNode body, List<Run> members) throws IOException, InterruptedException {
        ArrayNode versions = body.putArray("models");
        members.forEach(member -> versions.add(member.model()));
        Optional<JsonNode> ensemble = ended(row, body);
        if (ensemble.isEmpty()) {
            return Optional.empty();
        }
        double seconds = members.stream().mapToDouble(Run::seconds).sum();
        return Optional.of(models.run(
                ensemble.get().required("modelVersion").longValue(),
                seconds,
                members.stream().map(Run::model).toList(),
                List.of()));
    }

    private Optional<JsonNode> ended(Row row, ObjectNode body) throws IOException, InterruptedException {
        Optional<JsonNode> created = api.create(PATH, row.name(), body);
        if (created.isEmpty()) {
            LOG.warn("{}: this service has no {}", row.name(), PATH);
            return Optional.empty();
        }
        JsonNode ensemble =
                Jobs.ended(api, PATH + "/" + created.get().required("id").asString());
        if (!ensemble.required("state").asString().equals("COMPLETED")) {
            LOG.error("{} is left out: {}", body.path("name"), ensemble);
            return Optional.empty();
        }
        return Optional.of(ensemble);
    }
}

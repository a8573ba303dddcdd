package lenet.paper;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** On what a model was trained, and when. */
record Origin(String processor, String operatingSystem, String java, String commit, Instant trainedAt) {

    /** From a model's provenance; what is not known says so. Of the processor without its instruction sets. */
    static Origin of(JsonNode model) {
        JsonNode provenance = model.path("provenance");
        return new Origin(
                provenance
                        .path("processor")
                        .asString("a processor that is not known")
                        .replaceFirst(" \\(.*", ""),
                provenance.path("operatingSystem").asString("a system that is not known"),
                provenance.path("java").asString("a Java that is not known"),
                provenance.path("commit").asString("not known"),
                Instant.parse(provenance
                        .path("trainedAt")
                        .asString(model.path("createdAt").asString(""))));
    }
}

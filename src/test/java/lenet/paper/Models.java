package lenet.paper;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The service's registry of models, as far as the page needs it. */
record Models(Api api) {

    private static final String PATH = "/api/v1/models/";

    /** What is known of a model, which took {@code seconds} to train. */
    Run run(long version, double seconds, List<Long> members, List<Epoch> epochs)
            throws IOException, InterruptedException {
        JsonNode model = api.get(PATH + version);
        JsonNode scores = model.required("scores");
        return new Run(
                version,
                1 - scores.required("testAccuracy").doubleValue(),
                1 - scores.required("validationAccuracy").doubleValue(),
                seconds,
                model.required("parameters").intValue(),
                rejected(version),
                Origin.of(model),
                members,
                epochs);
    }

    /** Products of a weight and a unit that one picture takes in all of {@code members}; absent where one is not known. */
    @Nullable
    Long multiplyAdds(List<Long> members) throws IOException, InterruptedException {
        long sum = 0;
        for (long member : members) {
            String architecture = api.get(PATH + member).path("architecture").asString("");
            Optional<JsonNode> found = api.find("/api/v1/architectures/" + architecture);
            if (found.isEmpty()) {
                return null;
            }
            sum += found.get().required("multiplyAdds").longValue();
        }
        return sum;
    }

    private @Nullable Double rejected(long version) throws IOException, InterruptedException {
        Optional<JsonNode> share =
                api.find(PATH + version + "/evaluation/rejection").map(found -> found.path("rejectedForHalfPercent"));
        return share.filter(JsonNode::isNumber).map(JsonNode::doubleValue).orElse(null);
    }
}

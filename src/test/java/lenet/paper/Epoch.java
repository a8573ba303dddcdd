package lenet.paper;

import tools.jackson.databind.JsonNode;

/**
 * One pass of a training job.
 *
 * @param number 1 for the first
 * @param trainingError share of training pictures that were taken for others, while it trained on them
 * @param validationError share of validation pictures likewise, after the pass
 * @param seconds wall time
 */
record Epoch(int number, double trainingError, double validationError, double seconds) {

    static Epoch of(JsonNode epoch) {
        return new Epoch(
                epoch.required("epoch").intValue(),
                1 - epoch.required("trainingAccuracy").doubleValue(),
                1 - epoch.required("validationAccuracy").doubleValue(),
                epoch.required("seconds").doubleValue());
    }
}

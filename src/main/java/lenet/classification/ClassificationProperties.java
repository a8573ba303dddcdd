package lenet.classification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of classification.
 *
 * @param loadedModels models besides the live one that are kept ready for those who ask for them by name
 * @param queueCapacity requests that may wait for their turn to compute
 * @param deadline the longest that one of them may wait
 */
@ConfigurationProperties("lenet.classification")
public record ClassificationProperties(
        @DefaultValue("8") int loadedModels,
        @DefaultValue("128") int queueCapacity,
        @DefaultValue("2s") Duration deadline) {

    public ClassificationProperties {
        if (loadedModels < 1) {
            throw new IllegalArgumentException(
                    "lenet.classification.loaded-models must be at least 1, found " + loadedModels);
        }
        if (queueCapacity < 1) {
            throw new IllegalArgumentException(
                    "lenet.classification.queue-capacity must be at least 1, found " + queueCapacity);
        }
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException(
                    "lenet.classification.deadline must be longer than nothing, found " + deadline);
        }
    }
}

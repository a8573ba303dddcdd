package lenet.classification;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of classification.
 *
 * @param loadedModels models besides the live one that are kept ready for those who ask for them by name
 * @param queueCapacity requests that may wait for their turn to compute
 * @param deadline the longest that one of them may wait
 */
@ConfigurationProperties("lenet.classification")
@Validated
public record ClassificationProperties(
        @DefaultValue("8") @Min(1) int loadedModels,
        @DefaultValue("128") @Min(1) int queueCapacity,

        @DefaultValue("2s") @DurationMin(millis = 1, message = "must be longer than nothing")
        Duration deadline) {}

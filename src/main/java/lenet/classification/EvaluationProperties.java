package lenet.classification;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of what takes seconds: evaluating a model, measuring its robustness, taking one in from a file.
 *
 * @param threads evaluations that are computed at once; each takes one processor, and less of it while pictures are classified
 * @param queueCapacity requests that may wait for an evaluation
 * @param deadline the longest that one of them may wait; the evaluation goes on after that
 * @param results evaluations of each kind that are kept for those who ask again
 */
@ConfigurationProperties("lenet.evaluation")
@Validated
public record EvaluationProperties(
        @DefaultValue("1") @Min(1) int threads,
        @DefaultValue("32") @Min(1) int queueCapacity,

        @DefaultValue("20s") @DurationMin(millis = 1, message = "must be longer than nothing")
        Duration deadline,

        @DefaultValue("256") @Min(1) int results) {}

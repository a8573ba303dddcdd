package lenet.classification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of what takes seconds: evaluating a model, measuring its robustness, taking one in from a file.
 *
 * @param threads evaluations that are computed at once; each takes one processor, and less of it while pictures are classified
 * @param queueCapacity requests that may wait for an evaluation
 * @param deadline the longest that one of them may wait; the evaluation goes on after that
 * @param results evaluations of each kind that are kept for those who ask again
 */
@ConfigurationProperties("lenet.evaluation")
public record EvaluationProperties(
        @DefaultValue("1") int threads,
        @DefaultValue("32") int queueCapacity,
        @DefaultValue("20s") Duration deadline,
        @DefaultValue("256") int results) {

    public EvaluationProperties {
        if (threads < 1) {
            throw new IllegalArgumentException("lenet.evaluation.threads must be at least 1, found " + threads);
        }
        if (queueCapacity < 1) {
            throw new IllegalArgumentException(
                    "lenet.evaluation.queue-capacity must be at least 1, found " + queueCapacity);
        }
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException(
                    "lenet.evaluation.deadline must be longer than nothing, found " + deadline);
        }
        if (results < 1) {
            throw new IllegalArgumentException("lenet.evaluation.results must be at least 1, found " + results);
        }
    }
}

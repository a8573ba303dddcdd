package lenet.training;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the training queue.
 *
 * @param queueCapacity jobs that may wait; past it a new one is refused
 * @param maxAttempts how often a job is started anew after the service ended under it
 */
@ConfigurationProperties("lenet.training")
public record TrainingProperties(
        @DefaultValue("100") int queueCapacity,
        @DefaultValue("5") int maxAttempts) {}

package lenet.web;

import lenet.classification.ClassificationService;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Ready means that the live network computes: it answers a blank picture with finite numbers. */
@Component
class LiveModelHealthIndicator extends AbstractHealthIndicator {

    private final ClassificationService classification;

    LiveModelHealthIndicator(ClassificationService classification) {
        super("the live model does not answer");
        this.classification = classification;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(classification.isAnswering(null) ? "UP" : "DOWN");
        classification.live().ifPresent(live -> health.withDetail("version", live.version()));
    }
}

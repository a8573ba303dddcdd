package lenet.container;

import java.time.Duration;
import java.util.Locale;

/** How large the faults are: {@code -Dlenet.faults=full}, as in {@code -Pfaults}, for those that docs/reliability.md reports. */
enum FaultScale {
    /** For every build: nodes are missed sooner, so shorter jobs will do. */
    BOUNDED(Duration.ofSeconds(2), 12),

    /** The service's own settings. */
    FULL(Duration.ofSeconds(10), 60);

    private final Duration heartbeat;
    private final int epochs;

    FaultScale(Duration heartbeat, int epochs) {
        this.heartbeat = heartbeat;
        this.epochs = epochs;
    }

    static FaultScale chosen() {
        return valueOf(System.getProperty("lenet.faults", "bounded").toUpperCase(Locale.ROOT));
    }

    /** Between two signs of life of a node. */
    Duration heartbeat() {
        return heartbeat;
    }

    /** Of each job, so many that every fault finds a job running. */
    int epochs() {
        return epochs;
    }

    /** A node is dead after four missed signs of life, which the others look for every two; and as long again. */
    Duration takeoverPatience() {
        return heartbeat.multipliedBy(12);
    }

    /** In which all jobs have ended. */
    Duration endPatience() {
        return Duration.ofSeconds(20L * epochs);
    }
}

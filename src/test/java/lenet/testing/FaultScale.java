package lenet.testing;

import java.time.Duration;
import java.util.Locale;

/** How large the faults are: {@code -Dfaults=full}, as in {@code -Pfaults}, for those that docs/reliability.md reports. */
public enum FaultScale {
    /** For every build: nodes are missed sooner, so shorter jobs will do. */
    BOUNDED(Duration.ofSeconds(2), 12, 2, Duration.ofSeconds(12)),

    /** The service's own settings. */
    FULL(Duration.ofSeconds(10), 60, 20, Duration.ofSeconds(30));

    private final Duration heartbeat;
    private final int epochs;
    private final int kills;
    private final Duration outage;

    FaultScale(Duration heartbeat, int epochs, int kills, Duration outage) {
        this.heartbeat = heartbeat;
        this.epochs = epochs;
        this.kills = kills;
        this.outage = outage;
    }

    public static FaultScale chosen() {
        return valueOf(System.getProperty("faults", "bounded").toUpperCase(Locale.ROOT));
    }

    /** Between two signs of life of a node. */
    public Duration heartbeat() {
        return heartbeat;
    }

    /** Of each job, so many that every fault finds a job running. */
    public int epochs() {
        return epochs;
    }

    /** Of one job's process. */
    public int kills() {
        return kills;
    }

    /** How long the database is away. */
    public Duration outage() {
        return outage;
    }

    /** A node is dead after four missed signs of life, which the others look for every two; and as long again. */
    public Duration takeoverPatience() {
        return heartbeat.multipliedBy(12);
    }

    /** In which all jobs have ended. */
    public Duration endPatience() {
        return Duration.ofSeconds(20L * epochs);
    }
}

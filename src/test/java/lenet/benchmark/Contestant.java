package lenet.benchmark;

import lenet.engine.dl4j.Dl4jEngine;
import lenet.network.Engine;

/** The engines that {@link EngineBenchmark} measures; one that threads speed up stands here once for each number. */
public enum Contestant {
    DL4J("dl4j") {
        @Override
        Engine engine() {
            return new Dl4jEngine();
        }
    };

    private final String label;

    Contestant(String label) {
        this.label = label;
    }

    abstract Engine engine();

    /** What the table calls it. */
    String label() {
        return label;
    }
}

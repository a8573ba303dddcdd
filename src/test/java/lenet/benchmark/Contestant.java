package lenet.benchmark;

import java.util.function.Supplier;
import lenet.engine.dl4j.Dl4jEngine;
import lenet.network.Engine;

/** The engines that {@link EngineBenchmark} measures; an engine that threads speed up is here once for each number. */
public enum Contestant {
    DL4J("dl4j", Dl4jEngine::new);

    private final String label;
    private final Supplier<Engine> engine;

    Contestant(String label, Supplier<Engine> engine) {
        this.label = label;
        this.engine = engine;
    }

    String label() {
        return label;
    }

    Engine engine() {
        return engine.get();
    }
}

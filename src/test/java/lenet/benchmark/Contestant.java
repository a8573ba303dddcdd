package lenet.benchmark;

import lenet.engine.dl4j.Dl4jEngine;
import lenet.engine.vector.VectorEngine;
import lenet.network.Engine;

/** The engines that {@link EngineBenchmark} measures; one that threads speed up stands here once for each number. */
public enum Contestant {
    VECTOR_1("vector, 1 thread") {
        @Override
        Engine engine() {
            return new VectorEngine(1);
        }
    },
    VECTOR_2("vector, 2 threads") {
        @Override
        Engine engine() {
            return new VectorEngine(2);
        }
    },
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

package lenet.engine.vector;

import lenet.testing.OptimiserContract;

class OptimiserTest extends OptimiserContract {

    OptimiserTest() {
        super(new VectorEngine(2));
    }
}

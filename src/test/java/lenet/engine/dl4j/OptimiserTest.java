package lenet.engine.dl4j;

import lenet.testing.OptimiserContract;

class OptimiserTest extends OptimiserContract {

    OptimiserTest() {
        super(new Dl4jEngine());
    }
}

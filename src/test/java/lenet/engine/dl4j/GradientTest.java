package lenet.engine.dl4j;

import lenet.testing.EngineGradientContract;

class GradientTest extends EngineGradientContract {

    GradientTest() {
        super(new Dl4jEngine(), 1e-3);
    }
}

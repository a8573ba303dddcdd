package lenet.engine.vector;

import lenet.testing.EngineGradientContract;

class GradientTest extends EngineGradientContract {

    GradientTest() {
        super(new VectorEngine(2), 1e-4);
    }
}

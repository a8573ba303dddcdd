package lenet.engine.dl4j;

import lenet.testing.EngineGradientContract;
import org.junit.jupiter.api.Tag;

@Tag("deeplearning4j")
class GradientTest extends EngineGradientContract {

    GradientTest() {
        super(new Dl4jEngine(), 1e-3);
    }
}

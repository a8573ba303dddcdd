package lenet.engine.dl4j;

import lenet.testing.EngineGradientContract;
import org.junit.jupiter.api.Tag;

@Tag("one-jdk")
class GradientTest extends EngineGradientContract {

    GradientTest() {
        super(new Dl4jEngine(), 1e-3);
    }
}

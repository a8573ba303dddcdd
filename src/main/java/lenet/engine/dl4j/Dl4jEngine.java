package lenet.engine.dl4j;

import lenet.network.*;

public final class Dl4jEngine implements Engine {
    @Override
    public String name() {
        return "dl4j";
    }

    @Override
    public String description() {
        return "stub";
    }

    @Override
    public TrainableNetwork trainable(Architecture a, Scaling s, Optimiser o, NetworkState st) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Classifier classifier(Architecture a, Scaling s, Parameters p) {
        throw new UnsupportedOperationException();
    }
}

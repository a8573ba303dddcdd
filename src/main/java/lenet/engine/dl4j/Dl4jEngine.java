package lenet.engine.dl4j;

import lenet.network.Architecture;
import lenet.network.Classifier;
import lenet.network.Engine;
import lenet.network.Loss;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.TrainableNetwork;

/** Deeplearning4j on ND4J's native backend. Cheap to make; the native library loads with the first network. */
public final class Dl4jEngine implements Engine {

    @Override
    public String name() {
        return "dl4j";
    }

    /** Loads nothing: who only looks needs no native library. */
    @Override
    public String description() {
        return NativeRuntime.isLoaded()
                ? NativeRuntime.load().description()
                : NativeRuntime.LIBRARY + ", not in use so far";
    }

    @Override
    public TrainableNetwork trainable(
            Architecture architecture, Scaling scaling, Loss loss, Optimiser optimiser, NetworkState state) {
        return new Dl4jTrainableNetwork(
                NetworkFactory.forThisPlatform(), architecture, scaling, loss, optimiser, state);
    }

    @Override
    public Classifier classifier(Architecture architecture, Scaling scaling, Parameters parameters) {
        return new Dl4jClassifier(NetworkFactory.forThisPlatform(), architecture, scaling, parameters);
    }
}

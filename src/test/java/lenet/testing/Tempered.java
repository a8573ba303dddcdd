package lenet.testing;

import lenet.model.TrainedModel;

/** A model as if another temperature had been fitted. */
public final class Tempered {

    private Tempered() {}

    /** {@code model} with its logits divided by {@code temperature}; 1 is none. */
    public static TrainedModel at(double temperature, TrainedModel model) {
        return new TrainedModel(model.name(), model.ensemble().at(temperature), model.provenance(), model.scores());
    }
}

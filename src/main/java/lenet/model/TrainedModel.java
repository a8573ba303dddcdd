package lenet.model;

import lenet.network.Architecture;
import lenet.network.Parameters;
import lenet.network.Scaling;

/** All that is needed to classify with a network and to trust it. */
public record TrainedModel(
        Architecture architecture, Scaling scaling, Parameters parameters, Provenance provenance, Scores scores) {}

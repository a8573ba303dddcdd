package lenet.classification;

import lenet.model.ModelVersion;
import lenet.network.Classifier;

/** A registered model and the network that runs it. */
record LiveModel(ModelVersion version, Classifier classifier) {}

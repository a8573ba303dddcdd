package lenet.web.inference;

import lenet.model.ModelReference;

/** A model by the name that the protocol gives it. */
record ServedModel(String name, ModelReference reference) {}

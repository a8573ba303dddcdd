package lenet.web.inference;

import java.util.List;
import lenet.model.ModelReference;

/**
 * A model by the name that the protocol gives it.
 *
 * @param versions the versions that can be asked for by it
 */
record ServedModel(String name, ModelReference reference, List<Long> versions) {}

package lenet.ensemble;

import java.util.UUID;

/** There is no ensemble of that id. */
public final class EnsembleNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnsembleNotFoundException(UUID id) {
        super("there is no ensemble " + id);
    }
}

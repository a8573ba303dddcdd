package lenet.model;

/** A model that something is to be made with is there no longer. */
public final class ModelGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelGoneException(long version) {
        super("model %d is needed for this and has been deleted; name another model".formatted(version));
    }
}

package lenet.model;

/** There is no such model, or no such alias, or no longer. */
public final class ModelNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelNotFoundException(String message) {
        super(message);
    }
}

package lenet.model;

/** A model does not compute as it did when it was registered, so that it may not answer anybody. */
public final class UnfitModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitModelException(String message) {
        super(message);
    }
}

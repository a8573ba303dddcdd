package lenet.model;

/** An alias cannot be changed in this way as it stands; the message says why. */
public final class AliasStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AliasStateException(String message) {
        super(message);
    }
}

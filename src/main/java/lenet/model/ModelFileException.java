package lenet.model;

/** A model file is not what it should be; the message says what was expected and what was found. */
public final class ModelFileException extends RuntimeException {

    /** @param message what was expected and what was found */
    public ModelFileException(String message) {
        super(message);
    }

    /** @param message what was expected and what was found */
    public ModelFileException(String message, Throwable cause) {
        super(message, cause);
    }
}

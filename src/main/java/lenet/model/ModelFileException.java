package lenet.model;

/** A model file is not what it should be; the message says what was expected and what was found. */
public final class ModelFileException extends RuntimeException {

    ModelFileException(String message) {
        super(message);
    }

    ModelFileException(String message, Throwable cause) {
        super(message, cause);
    }
}

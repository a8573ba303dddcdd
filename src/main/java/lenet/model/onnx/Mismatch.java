package lenet.model.onnx;

/** A chain of steps is not a certain architecture. */
final class Mismatch extends RuntimeException {

    private final int reached;
    private final String reason;

    /** @param reached number of steps that fitted */
    Mismatch(int reached, String message) {
        super(message);
        this.reached = reached;
        this.reason = message;
    }

    int reached() {
        return reached;
    }

    String reason() {
        return reason;
    }
}

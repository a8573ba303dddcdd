package lenet.engine.vector;

/**
 * Tells training that somebody waits for an answer, so that it leaves a core to whoever gives it. One for all networks
 * of an engine.
 */
final class Serving {

    /** How long after an answer the next is expected. */
    private static final long BUSY_NANOS = 20_000_000;

    private volatile long lastAnswer = System.nanoTime() - BUSY_NANOS;

    /** Notes that a picture is classified now. */
    void answering() {
        lastAnswer = System.nanoTime();
    }

    /** Whether pictures were classified just now. */
    boolean isBusy() {
        return System.nanoTime() - lastAnswer < BUSY_NANOS;
    }
}

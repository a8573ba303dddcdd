package lenet.classification;

/** Whoever waits for the answer to the request that the current thread works on. */
public interface Caller {

    /** Whether nobody waits any more. */
    boolean hasLeft();

    /** Since when the caller has waited, as {@link System#nanoTime} has it. */
    default long arrival() {
        return System.nanoTime();
    }
}

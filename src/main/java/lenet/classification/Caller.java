package lenet.classification;

/** Whoever waits for the answer to the request that the current thread works on. */
public interface Caller {

    /** Whether nobody waits any more. */
    boolean hasLeft();
}

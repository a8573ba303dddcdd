package lenet.sweep;

/** How a sweep finds its trials. */
public enum Method {
    /** Every combination of listed values. */
    GRID,
    /** Draws from ranges and lists. */
    RANDOM
}

package lenet.paper;

/**
 * An error rate that others have reported on MNIST's test set.
 *
 * @param errorRate in [0, 1]
 * @param where who reports it, in a word or two
 */
record Published(double errorRate, String where) {}

package lenet.training;

/**
 * This process among those that share the database.
 *
 * @param name the same after a restart, different from that of every other process
 */
public record Node(String name) {}

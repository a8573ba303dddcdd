package lenet.network;

/**
 * A trained network: what it is, how it wants its pictures, and its weights.
 *
 * @param scaling how pixels become its inputs
 */
public record Network(Architecture architecture, Scaling scaling, Parameters parameters) {}

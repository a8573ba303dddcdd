/**
 * The LeNet family as values: layers, architectures, parameters, batches, and the port {@link lenet.network.Engine}
 * through which a library or a kernel trains and runs them. Nothing here computes a forward pass.
 */
@NullMarked
package lenet.network;

import org.jspecify.annotations.NullMarked;

package lenet.network;

/** The squashing function applied to a layer's weighted sums. */
public enum Activation {
    /** Hyperbolic tangent, as the article uses it in place of the paper's scaled tanh. */
    TANH,
    /** {@code 1.7159 · tanh(2x / 3)}, the paper's own (appendix A). */
    SCALED_TANH,
    /** {@code max(0, x)}. */
    RELU,
    /** The weighted sums themselves; an output layer's logits. */
    IDENTITY
}

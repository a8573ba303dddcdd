package lenet.network;

/** The squashing function applied to a layer's weighted sums. */
public enum Activation {
    /** Hyperbolic tangent, as the article uses it in place of the paper's scaled tanh (appendix A). */
    TANH,
    /** The weighted sums themselves; an output layer's logits. */
    IDENTITY
}

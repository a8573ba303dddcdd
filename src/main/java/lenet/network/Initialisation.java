package lenet.network;

/** How large the random weights are from which training starts: uniform in ±limit. Biases start at 0. */
public enum Initialisation {
    /** {@code √(6 / (fan-in + fan-out))} (Glorot and Bengio 2010); Keras's, and so the article's. */
    GLOROT_UNIFORM {
        @Override
        double limit(Tensor tensor) {
            return Math.sqrt(6.0 / (tensor.fanIn() + tensor.fanOut()));
        }
    },
    /** {@code 2.4 / fan-in} (paper, appendix A). */
    FAN_IN {
        @Override
        double limit(Tensor tensor) {
            return 2.4 / tensor.fanIn();
        }
    };

    /** The largest weight that {@code tensor} starts with. */
    abstract double limit(Tensor tensor);
}

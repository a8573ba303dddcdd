package lenet.model.onnx;

/** The two factors of the paper's squashing function, {@code 1.7159 · tanh(2x / 3)} (appendix A), as a graph has them. */
final class ScaledTanh {

    static final float SLOPE = 2f / 3;
    static final float AMPLITUDE = 1.7159f;

    private ScaledTanh() {}
}

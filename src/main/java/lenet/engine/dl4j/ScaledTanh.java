package lenet.engine.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The paper's {@code 1.7159 · tanh(2x / 3)}, around a tanh of the library's. */
final class ScaledTanh extends BaseActivationFunction {

    private static final long serialVersionUID = 1;
    private static final double AMPLITUDE = 1.7159;
    private static final double STEEPNESS = 2.0 / 3;

    private final IActivation tanh;

    ScaledTanh(IActivation tanh) {
        this.tanh = tanh;
    }

    @Override
    public INDArray getActivation(INDArray sums, boolean training) {
        return tanh.getActivation(sums.muli(STEEPNESS), training).muli(AMPLITUDE);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray sums, INDArray outputSlopes) {
        INDArray slopes = tanh.backprop(sums.mul(STEEPNESS), outputSlopes).getFirst();
        return new Pair<>(slopes.muli(AMPLITUDE * STEEPNESS), null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScaledTanh scaled && tanh.equals(scaled.tanh);
    }

    @Override
    public int hashCode() {
        return tanh.hashCode();
    }
}

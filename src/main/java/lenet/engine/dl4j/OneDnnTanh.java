package lenet.engine.dl4j;

import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Hyperbolic tangent by the operation that oneDNN takes over; Deeplearning4j's own activation asks for another one of
 * the same values, which is computed one number at a time and ten times slower.
 */
final class OneDnnTanh extends ActivationTanH {

    private static final long serialVersionUID = 1;

    @Override
    public INDArray getActivation(INDArray sums, boolean training) {
        Nd4j.exec(
                DynamicCustomOp.builder("tanh").addInputs(sums).addOutputs(sums).build());
        return sums;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneDnnTanh;
    }

    @Override
    public int hashCode() {
        return OneDnnTanh.class.hashCode();
    }
}

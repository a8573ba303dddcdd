package lenet.engine.dl4j;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Plain SGD and classical momentum without clipping: each pass goes straight into the velocity. The bundled model's
 * weights hang on this order of operations.
 */
final class VelocityDescent implements Descent {

    private final double momentum;
    private final INDArray velocity;

    VelocityDescent(double momentum, long... shape) {
        this.momentum = momentum;
        this.velocity = Nd4j.zeros(DataType.FLOAT, shape);
    }

    @Override
    public void begin() {
        if (momentum == 0) {
            velocity.assign(0);
        } else {
            velocity.muli(momentum);
        }
    }

    @Override
    public void add(INDArray slopes, double learningRate) {
        Update.add(-learningRate, slopes, velocity);
    }

    @Override
    public void move(INDArray parameters, double learningRate, long stepsBefore) {
        Update.add(1, velocity, parameters);
    }

    @Override
    public List<INDArray> values() {
        return momentum == 0 ? List.of() : List.of(velocity);
    }

    @Override
    public void close() {
        velocity.close();
    }
}

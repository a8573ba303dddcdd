package lenet.engine.dl4j;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gathers the whole batch's mean gradient, clips it, and lets an {@link Update} move the parameters by it. */
final class GatheredDescent implements Descent {

    private final double clipping;
    private final Update update;
    private final INDArray gradient;

    GatheredDescent(double clipping, Update update, long... shape) {
        this.clipping = clipping;
        this.update = update;
        this.gradient = Nd4j.zeros(DataType.FLOAT, shape);
    }

    @Override
    public void begin() {
        gradient.assign(0);
    }

    @Override
    public void add(INDArray slopes, double learningRate) {
        Update.add(1, slopes, gradient);
    }

    @Override
    public void move(INDArray parameters, double learningRate, long stepsBefore) {
        clip();
        update.move(gradient, parameters, learningRate, stepsBefore);
    }

    @Override
    public List<INDArray> values() {
        return update.values();
    }

    @Override
    public void close() {
        gradient.close();
        update.values().forEach(INDArray::close);
    }

    private void clip() {
        if (Double.isInfinite(clipping)) {
            return;
        }
        double length = gradient.norm2Number().doubleValue();
        if (length > clipping) {
            gradient.muli(clipping / length);
        }
    }
}

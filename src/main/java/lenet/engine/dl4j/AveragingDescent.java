package lenet.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import lenet.network.Optimiser;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Another descent, and an exponential moving average of where it has been. */
final class AveragingDescent implements Descent {

    private final Descent descent;
    private final Optimiser optimiser;
    private final INDArray average;

    AveragingDescent(Descent descent, Optimiser optimiser, INDArray parameters) {
        this.descent = descent;
        this.optimiser = optimiser;
        this.average = parameters.dup();
    }

    @Override
    public void begin() {
        descent.begin();
    }

    @Override
    public void add(INDArray slopes, double learningRate) {
        descent.add(slopes, learningRate);
    }

    @Override
    public void move(INDArray parameters, double learningRate, long stepsBefore) {
        descent.move(parameters, learningRate, stepsBefore);
        double decay = optimiser.averagingAt(stepsBefore + 1);
        average.muli(decay);
        Update.add(1 - decay, parameters, average);
    }

    @Override
    public List<INDArray> values() {
        List<INDArray> values = new ArrayList<>(descent.values());
        values.add(average);
        return values;
    }

    @Override
    public INDArray average() {
        return average;
    }

    @Override
    public void close() {
        descent.close();
        average.close();
    }
}

package lenet.testing;

import java.util.stream.IntStream;
import lenet.dataset.LabelledImages;
import lenet.network.Architecture;
import lenet.network.Parameters;
import lenet.network.ReferenceNetwork;
import lenet.network.Scaling;

/** The gradient of the mean loss, by moving one parameter after the other a little, in double precision. */
public final class FiniteDifferences {

    private static final double STEP = 1e-5;

    private final Architecture architecture;
    private final Scaling scaling;
    private final LabelledImages images;

    /** Differences of the mean cross-entropy over all of {@code images}. */
    public FiniteDifferences(Architecture architecture, Scaling scaling, LabelledImages images) {
        this.architecture = architecture;
        this.scaling = scaling;
        this.images = images;
    }

    /** The gradient at {@code parameters}, in canonical order. */
    public double[] gradient(Parameters parameters) {
        float[] floats = parameters.toArray();
        double[] values =
                IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
        return IntStream.range(0, values.length)
                .mapToDouble(i -> slope(values, i))
                .toArray();
    }

    /** {@code ‖found − true‖ / ‖true‖} of a gradient at {@code parameters}. */
    public double relativeError(double[] found, Parameters parameters) {
        double[] expected = gradient(parameters);
        double difference = 0;
        double length = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += (found[i] - expected[i]) * (found[i] - expected[i]);
            length += expected[i] * expected[i];
        }
        return Math.sqrt(difference / length);
    }

    private double slope(double[] values, int i) {
        double value = values[i];
        values[i] = value + STEP;
        double above = meanLoss(values);
        values[i] = value - STEP;
        double below = meanLoss(values);
        values[i] = value;
        return (above - below) / (2 * STEP);
    }

    private double meanLoss(double[] values) {
        ReferenceNetwork network = new ReferenceNetwork(architecture, scaling, values);
        double sum = 0;
        for (int i = 0; i < images.count(); i++) {
            double[] logits = network.logits(images.images(), i);
            double total = 0;
            for (double logit : logits) {
                total += Math.exp(logit);
            }
            sum += Math.log(total) - logits[images.label(i)];
        }
        return sum / images.count();
    }
}

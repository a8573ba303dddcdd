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
    private final DoubleLoss loss;

    /** One picture's loss in double precision, written down once more. */
    @FunctionalInterface
    public interface DoubleLoss {

        /** {@code −log softmax(logits)[label]}. */
        DoubleLoss CROSS_ENTROPY = (logits, label) -> sumOfExponentials(logits, 0) - logits[label];

        /** The loss of {@code logits} where the class is {@code label}. */
        double of(double[] logits, int label);

        /** Equation 9 of the paper, of penalties {@code −logit}. */
        static DoubleLoss map(double rubbish) {
            return (logits, label) -> sumOfExponentials(logits, Math.exp(-rubbish)) - logits[label];
        }

        private static double sumOfExponentials(double[] logits, double more) {
            double total = more;
            for (double logit : logits) {
                total += Math.exp(logit);
            }
            return Math.log(total);
        }
    }

    /** Differences of the mean cross-entropy over all of {@code images}. */
    public FiniteDifferences(Architecture architecture, Scaling scaling, LabelledImages images) {
        this(architecture, scaling, images, DoubleLoss.CROSS_ENTROPY);
    }

    /** Differences of the mean {@code loss} over all of {@code images}. */
    public FiniteDifferences(Architecture architecture, Scaling scaling, LabelledImages images, DoubleLoss loss) {
        this.loss = loss;
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

    /** The loss over all pictures at {@code parameters}. */
    public double lossSum(Parameters parameters) {
        float[] floats = parameters.toArray();
        return images.count()
                * meanLoss(IntStream.range(0, floats.length)
                        .mapToDouble(i -> floats[i])
                        .toArray());
    }

    /** The second derivatives by each parameter at {@code parameters}, in canonical order. */
    public double[] curvature(Parameters parameters) {
        float[] floats = parameters.toArray();
        double[] values =
                IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
        double here = meanLoss(values);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> {
                    double value = values[i];
                    values[i] = value + 1e-3;
                    double above = meanLoss(values);
                    values[i] = value - 1e-3;
                    double below = meanLoss(values);
                    values[i] = value;
                    return (above - 2 * here + below) / 1e-6;
                })
                .toArray();
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
            sum += loss.of(logits, images.label(i));
        }
        return sum / images.count();
    }
}

package lenet.model.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import lenet.model.ModelFileException;
import lenet.network.Scaling;

/**
 * What a graph does with the picture before the first layer.
 *
 * @param ownScaling whether the graph scales by itself
 * @param height of the padded picture, in pixels
 * @param width of the padded picture, in pixels
 * @param layers the steps that follow
 */
record Preprocessing(boolean ownScaling, Scaling scaling, int height, int width, List<Step> layers) {

    /** A factor that spreads the pixels 0–255 wider than this is meant for pixels of 0–1. */
    private static final double WIDEST_FOR_BYTES = 1.0 / 16;

    private static final double TOLERANCE = 1e-6;

    /** But for its sign, which is another where a graph inverts pictures. */
    private static final double LEAST_SCALE = 0.001;

    private static final double MOST_SCALE = 1000;

    /** A margin, and what the graph had done to a pixel when it added it. */
    private record PaddedAt(Step.Padding padding, double factor, double summand) {}

    /**
     * The picture's way to the first layer.
     *
     * @param outside what the inputs were made with if the graph does not scale
     * @throws ModelFileException if that is not what this service does: pad with pixel 0, then scale all pixels alike
     */
    static Preprocessing of(Chain chain, Scaling outside) {
        double factor = 1;
        double summand = 0;
        int height = chain.side();
        int width = chain.side();
        List<PaddedAt> margins = new ArrayList<>();
        int done = 0;
        for (Step step : chain.steps()) {
            if (step instanceof Step.Scale scale) {
                factor *= uniform(scale, scale.factors());
                summand = summand * uniform(scale, scale.factors()) + uniform(scale, scale.summands());
            } else if (step instanceof Step.Padding padding) {
                margins.add(new PaddedAt(padding, factor, summand));
                height = padding.height();
                width = padding.width();
            } else {
                break;
            }
            done++;
        }
        boolean own = chain.bytes() || factor != 1 || summand != 0;
        Scaling scaling = own ? scaling(chain, factor, summand) : outside;
        double black = own ? 0 : outside.apply(0);
        margins.forEach(margin -> check(margin, black));
        return new Preprocessing(
                own,
                scaling,
                height,
                width,
                chain.steps().subList(done, chain.steps().size()));
    }

    /** The same of a graph that goes on with {@code others}. */
    Preprocessing before(List<Step> others) {
        return new Preprocessing(ownScaling, scaling, height, width, others);
    }

    private static Scaling scaling(Chain chain, double factor, double summand) {
        if (factor == 0 || !Double.isFinite(factor) || !Double.isFinite(summand / factor)) {
            throw new ModelFileException(
                    "the graph scales pixels by %s, which leaves nothing of a picture".formatted(factor));
        }
        boolean pixelsAreBytes = chain.bytes() || Math.abs(factor) < WIDEST_FOR_BYTES;
        double scale = pixelsAreBytes ? 255 * factor : factor;
        double mean = summand == 0 ? 0 : -summand / scale;
        if (Math.abs(mean) > 1 || Math.abs(scale) < LEAST_SCALE || Math.abs(scale) > MOST_SCALE) {
            throw new ModelFileException(
                    "the graph makes inputs of (pixel / 255 - %s) * %s, expected a mean from -1 to 1 and a factor from %s to %s"
                            .formatted(mean, scale, LEAST_SCALE, MOST_SCALE));
        }
        return new Scaling(mean, scale);
    }

    private static void check(PaddedAt margin, double black) {
        double expected = margin.factor() * black + margin.summand();
        double found = margin.padding().value();
        if (Math.abs(found - expected) > TOLERANCE * Math.max(1, Math.abs(expected))) {
            throw margin.padding()
                    .node()
                    .refusal(
                            "pads with %s, where a pixel of 0 would be %s; this network pads with pixels of 0",
                            (float) found, (float) expected);
        }
    }

    private static double uniform(Step.Scale scale, double[] values) {
        if (DoubleStream.of(values).anyMatch(value -> value != values[0])) {
            throw scale.node().refusal("should treat all pixels of a picture alike");
        }
        return values[0];
    }
}

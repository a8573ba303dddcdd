package lenet.model.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Codes;
import lenet.network.Layer;
import lenet.network.Parameters;
import lenet.network.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Holds steps against an architecture, layer by layer, and collects its parameters on the way. What stands between the
 * layers' sums and their squashing functions, and between those and the next layer, and only multiplies and adds constants
 * goes into the weights: the network computes the same.
 */
final class ArchitectureMatch {

    private static final double SAME_CODE = 1e-4;

    private final Architecture architecture;
    private final List<Step> steps;
    private final float[] parameters;
    private int step;
    private int stored;
    private Scaled carried;

    private ArchitectureMatch(Architecture architecture, List<Step> steps) {
        this.architecture = architecture;
        this.steps = steps;
        this.parameters = new float[architecture.parameterCount()];
        this.carried = Scaled.not(architecture.input().units());
    }

    /**
     * The parameters with which {@code architecture} does what the graph does.
     *
     * @throws Mismatch if it cannot
     */
    static Parameters of(Architecture architecture, Preprocessing picture) {
        Shape input = new Shape(1, picture.height(), picture.width());
        if (!input.equals(architecture.input())) {
            throw new Mismatch(
                    0,
                    "the first layer of %s takes pictures padded to %s, found %s"
                            .formatted(architecture.name(), architecture.input(), input));
        }
        return new ArchitectureMatch(architecture, picture.layers()).parameters();
    }

    private Parameters parameters() {
        architecture.shapedLayers().forEach(this::take);
        if (step < steps.size() && steps.get(step) instanceof Step.Probabilities) {
            step++;
        }
        if (step < steps.size() || !carried.isNothing()) {
            throw mismatch("the end", "softmax or nothing");
        }
        for (float value : parameters) {
            if (!Float.isFinite(value)) {
                throw new Mismatch(step, "the graph's weights and the constants around them multiply to infinity");
            }
        }
        return Parameters.of(architecture, parameters);
    }

    private void take(ShapedLayer shaped) {
        if (shaped.layer() instanceof Layer.Convolution convolution) {
            convolution(convolution, shaped);
        } else if (shaped.layer() instanceof Layer.Dense dense) {
            dense(dense, shaped);
        } else if (shaped.layer() instanceof Layer.RadialBasis radial) {
            radial(radial, shaped);
        } else if (shaped.layer() instanceof Layer.Subsampling subsampling) {
            subsampling(subsampling, shaped);
        } else if (shaped.layer() instanceof Layer.AveragePooling pooling) {
            pooling(shaped, false, pooling.window());
        } else if (shaped.layer() instanceof Layer.MaxPooling pooling) {
            pooling(shaped, true, pooling.window());
        }
    }

    private void convolution(Layer.Convolution layer, ShapedLayer shaped) {
        Sums sums = sums(shaped, layer.maps(), layer.kernel());
        checkConnections(layer, shaped.input(), sums.weights());
        int area = layer.kernel() * layer.kernel();
        takeIn(sums, shaped, (sum, input) -> input / area);
        takeOut(sums, layer.activation(), shaped);
        storeConnected(layer, shaped.input(), sums.weights());
        store(sums.bias());
        squash(layer.activation(), shaped);
    }

    /** Where there is no connection, the weights of a graph, which knows no connection tables, should be zero. */
    private void checkConnections(Layer.Convolution layer, Shape input, double[] weights) {
        int area = layer.kernel() * layer.kernel();
        for (int i = 0; i < weights.length; i++) {
            int from = i / area % input.maps();
            int to = i / area / input.maps();
            if (weights[i] != 0
                    && !layer.connections().inputsOf(to, input.maps()).contains(from)) {
                throw mismatch(
                        step - 1, layer.name(), "without a connection from map %d to map %d".formatted(from, to));
            }
        }
    }

    private void storeConnected(Layer.Convolution layer, Shape input, double[] weights) {
        int area = layer.kernel() * layer.kernel();
        for (int i = 0; i < weights.length; i += area) {
            int from = i / area % input.maps();
            int to = i / area / input.maps();
            if (layer.connections().inputsOf(to, input.maps()).contains(from)) {
                store(Arrays.copyOfRange(weights, i, i + area));
            }
        }
    }

    private void dense(Layer.Dense layer, ShapedLayer shaped) {
        Sums sums = sums(shaped, layer.units(), shaped.input().height());
        int area = shaped.input().height() * shaped.input().width();
        takeIn(sums, shaped, (sum, input) -> input / area);
        takeOut(sums, layer.activation(), shaped);
        store(sums.weights());
        store(sums.bias());
        squash(layer.activation(), shaped);
    }

    /** Distances from fixed codes are a dense layer whose weights say the codes. */
    private void radial(Layer.RadialBasis layer, ShapedLayer shaped) {
        int at = step;
        Codes codes = layer.codes();
        Sums sums = sums(shaped, codes.classes(), 1);
        takeIn(sums, shaped, (sum, input) -> input);
        takeOut(sums, Activation.IDENTITY, shaped);
        if (!isClose(sums.weights(), codes.doubled()) || !isClose(sums.bias(), codes.negativeSquares())) {
            throw mismatch(at, layer.name(), "twice the codes of the digits, and minus their squares");
        }
        squash(Activation.IDENTITY, shaped);
    }

    private static boolean isClose(double[] found, float[] expected) {
        return IntStream.range(0, expected.length).allMatch(i -> Math.abs(found[i] - expected[i]) < SAME_CODE);
    }

    /** A convolution and a dense layer are the same where the kernel covers the maps. */
    private Sums sums(ShapedLayer shaped, int maps, int kernel) {
        Shape input = shaped.input();
        boolean covers = kernel == input.height() && kernel == input.width();
        boolean densely =
                covers || shaped.layer() instanceof Layer.Dense || shaped.layer() instanceof Layer.RadialBasis;
        if (next() instanceof Step.Dense dense && dense.units() == maps && densely) {
            step++;
            return Sums.of(dense.weights(), dense.bias());
        }
        if (next() instanceof Step.Convolution convolution
                && convolution.maps() == maps
                && convolution.kernel() == kernel
                && convolution.groups() == 1
                && (convolution.stride() == 1 || covers)
                && (covers || shaped.layer() instanceof Layer.Convolution)) {
            step++;
            return Sums.of(convolution.weights(), convolution.bias());
        }
        throw mismatch(
                shaped.layer().name(),
                !(shaped.layer() instanceof Layer.Convolution)
                        ? "a dense layer of %d units".formatted(maps)
                        : "a convolution to %d maps by %d×%d, stride 1".formatted(maps, kernel, kernel));
    }

    /** Either a convolution of each map by itself, its weights all the map's coefficient, or average pooling and a factor. */
    private void subsampling(Layer.Subsampling layer, ShapedLayer shaped) {
        int maps = shaped.output().maps();
        int area = layer.window() * layer.window();
        float[] weights = new float[maps * area];
        float[] bias = new float[maps];
        if (layer.copies() == 1
                && next() instanceof Step.Pooling pooling
                && !pooling.largest()
                && pooling.window() == layer.window()) {
            Arrays.fill(weights, 1f / area);
        } else if (next() instanceof Step.Convolution convolution
                && isSubsampling(convolution, shaped, layer.window())) {
            weights = convolution.weights();
            bias = convolution.bias();
        } else {
            throw mismatch(
                    layer.name(),
                    "a coefficient for each of %d maps times the sum of %d×%d units"
                            .formatted(maps, layer.window(), layer.window()));
        }
        step++;
        Sums sums = Sums.of(weights, bias);
        takeIn(sums, shaped, (sum, input) -> sum / layer.copies());
        takeOut(sums, layer.activation(), shaped);
        for (int map = 0; map < maps; map++) {
            parameters[stored++] = (float) sums.weights()[map * area];
        }
        store(sums.bias());
        squash(layer.activation(), shaped);
    }

    private static boolean isSubsampling(Step.Convolution convolution, ShapedLayer shaped, int window) {
        int area = window * window;
        float[] weights = convolution.weights();
        boolean fits = convolution.groups() == shaped.input().maps()
                && convolution.maps() == shaped.output().maps()
                && convolution.kernel() == window
                && convolution.stride() == window;
        for (int i = 0; fits && i < weights.length; i++) {
            fits = weights[i] == weights[i / area * area];
        }
        return fits;
    }

    private void pooling(ShapedLayer shaped, boolean largest, int window) {
        String name = shaped.layer().name();
        if (!(next() instanceof Step.Pooling pooling)
                || pooling.largest() != largest
                || pooling.window() != window
                || !carried.isOfMaps(shaped.input())
                || (largest && Arrays.stream(carried.factors()).anyMatch(factor -> factor <= 0))) {
            throw mismatch(name, "%s pooling by %d×%d".formatted(largest ? "max" : "average", window, window));
        }
        step++;
        carried = scaled(carried.pooled(shaped.input(), shaped.output()));
    }

    private void takeIn(Sums sums, ShapedLayer shaped, IntBinaryOperator map) {
        Shape input = shaped.input();
        int area = input.height() * input.width();
        boolean whole = sums.weights().length / sums.bias().length == input.units();
        if (!whole && !carried.isOfMaps(input)) {
            throw mismatch(shaped.layer().name(), "all units of a map multiplied alike");
        }
        sums.takeIn(carried, whole ? (sum, in) -> in : (sum, in) -> map.applyAsInt(sum, in) * area);
    }

    /** What multiplies and adds to the sums before they are squashed; the paper's function multiplies by itself. */
    private void takeOut(Sums sums, Activation activation, ShapedLayer shaped) {
        Shape output = shaped.output();
        Scaled after = scaled(Scaled.not(output.units()));
        if (!after.isOfMaps(output)) {
            throw mismatch(step - 1, shaped.layer().name(), "all units of a map multiplied alike");
        }
        boolean narrows = activation == Activation.SCALED_TANH;
        sums.takeOut(
                narrows ? after.dividedLast(ScaledTanh.SLOPE) : after, sum -> sum * output.height() * output.width());
    }

    private void squash(Activation activation, ShapedLayer shaped) {
        carried = Scaled.not(shaped.output().units());
        if (activation == Activation.IDENTITY) {
            return;
        }
        boolean scaledTanh = activation == Activation.SCALED_TANH;
        Activation plain = scaledTanh ? Activation.TANH : activation;
        if (!(next() instanceof Step.Squashing squashing) || squashing.function() != plain) {
            throw mismatch("the squashing function of " + shaped.layer().name(), plain.toString());
        }
        step++;
        carried = scaled(carried);
        if (scaledTanh) {
            carried = carried.dividedFirst(ScaledTanh.AMPLITUDE);
        }
    }

    /** {@code before} and what the next steps multiply and add. */
    private Scaled scaled(Scaled before) {
        Scaled scaled = before;
        while (next() instanceof Step.Scale scale) {
            scaled = scaled.then(scale);
            step++;
        }
        return scaled;
    }

    private @Nullable Step next() {
        return step < steps.size() ? steps.get(step) : null;
    }

    private void store(double... values) {
        for (double value : values) {
            parameters[stored++] = (float) value;
        }
    }

    private Mismatch mismatch(String what, String expected) {
        return mismatch(step, what, expected);
    }

    private Mismatch mismatch(int at, String what, String expected) {
        @Nullable Step found = at < steps.size() ? steps.get(at) : null;
        String where = found == null ? "the graph ends too early" : found.node().toString();
        return new Mismatch(
                at,
                "%s: %s of %s should be %s, found %s"
                        .formatted(
                                where,
                                what,
                                architecture.name(),
                                expected,
                                found == null ? "nothing" : found.described()));
    }
}

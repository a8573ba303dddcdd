package lenet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lenet.dataset.Images;
import lenet.network.Architecture.ShapedLayer;

/**
 * The forward pass written down from its definition, in double precision and as slow as that. It keeps what every layer
 * gives, which the engines do not, and is a witness against them.
 */
public final class ReferenceNetwork {

    private final Architecture architecture;
    private final Scaling scaling;
    private final double[] parameters;

    /** A network of these parameters. */
    public ReferenceNetwork(Architecture architecture, Scaling scaling, Parameters parameters) {
        this(architecture, scaling, doubles(parameters.toArray()));
    }

    /** A network of parameters in canonical order, which may lie between two floats. */
    public ReferenceNetwork(Architecture architecture, Scaling scaling, double[] parameters) {
        this.architecture = architecture;
        this.scaling = scaling;
        this.parameters = parameters;
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    /** The logits of picture {@code index} of {@code images}. */
    public double[] logits(Images images, int index) {
        List<LayerOutput> outputs = outputs(images, index);
        return outputs.get(outputs.size() - 1).values();
    }

    /** The padded and scaled picture {@code index} of {@code images}, and what each layer makes of it. */
    public List<LayerOutput> outputs(Images images, int index) {
        List<LayerOutput> outputs = new ArrayList<>();
        double[] values = padded(images, index);
        outputs.add(new LayerOutput(LayerOutput.INPUT, architecture.input(), values));
        int offset = 0;
        for (ShapedLayer shaped : architecture.shapedLayers()) {
            values = output(shaped, values, offset);
            outputs.add(new LayerOutput(shaped.layer().name(), shaped.output(), values));
            offset += shaped.layer().tensors(shaped.input()).stream()
                    .mapToInt(Tensor::size)
                    .sum();
        }
        return outputs;
    }

    private double[] padded(Images images, int index) {
        Shape input = architecture.input();
        double[] values = new double[input.units()];
        int margin = (input.height() - images.side()) / 2;
        for (int row = 0; row < input.height(); row++) {
            for (int column = 0; column < input.width(); column++) {
                int y = row - margin;
                int x = column - margin;
                boolean inside = y >= 0 && y < images.side() && x >= 0 && x < images.side();
                int pixel = inside ? images.pixels()[images.offset(index) + y * images.side() + x] & 0xff : 0;
                values[row * input.width() + column] = scaling.apply(pixel);
            }
        }
        return values;
    }

    private double[] output(ShapedLayer shaped, double[] in, int offset) {
        if (shaped.layer() instanceof Layer.Convolution convolution) {
            return convolution(convolution, shaped.input(), shaped.output(), in, offset);
        } else if (shaped.layer() instanceof Layer.AveragePooling pooling) {
            int area = pooling.window() * pooling.window();
            return pooled(shaped, pooling.window(), in, (map, window) -> window.sum() / area);
        } else if (shaped.layer() instanceof Layer.MaxPooling pooling) {
            return pooled(
                    shaped, pooling.window(), in, (map, window) -> window.max().orElseThrow());
        } else if (shaped.layer() instanceof Layer.Subsampling subsampling) {
            int maps = shaped.output().maps();
            return pooled(
                    shaped,
                    subsampling.window(),
                    in,
                    (map, window) -> activated(
                            subsampling.activation(),
                            parameters[offset + map] * window.sum() + parameters[offset + maps + map]));
        }
        if (shaped.layer() instanceof Layer.RadialBasis radial) {
            return radial(radial.codes(), in);
        }
        return dense((Layer.Dense) shaped.layer(), in, offset);
    }

    private double[] convolution(Layer.Convolution layer, Shape input, Shape output, double[] in, int offset) {
        int kernel = layer.kernel();
        int biases = offset + layer.tensors(input).get(0).size();
        double[] out = new double[output.units()];
        int weights = offset;
        for (int map = 0; map < output.maps(); map++) {
            List<Integer> inputs = layer.connections().inputsOf(map, input.maps());
            for (int position = 0; position < output.height() * output.width(); position++) {
                int row = position / output.width();
                int column = position % output.width();
                double sum = parameters[biases + map];
                int weight = weights;
                for (int from : inputs) {
                    for (int y = 0; y < kernel; y++) {
                        for (int x = 0; x < kernel; x++) {
                            sum += parameters[weight++]
                                    * in[(from * input.height() + row + y) * input.width() + column + x];
                        }
                    }
                }
                out[map * output.height() * output.width() + position] = activated(layer.activation(), sum);
            }
            weights += inputs.size() * kernel * kernel;
        }
        return out;
    }

    private interface WindowFunction {
        double apply(int map, DoubleStream window);
    }

    private static double[] pooled(ShapedLayer shaped, int window, double[] in, WindowFunction function) {
        Shape input = shaped.input();
        Shape output = shaped.output();
        double[] out = new double[output.units()];
        int copies = output.maps() / input.maps();
        for (int unit = 0; unit < out.length; unit++) {
            int map = unit / (output.height() * output.width());
            int top = unit / output.width() % output.height() * window;
            int left = unit % output.width() * window;
            out[unit] = function.apply(
                    map,
                    IntStream.range(0, window * window)
                            .mapToDouble(i -> in[
                                    (map / copies * input.height() + top + i / window) * input.width()
                                            + left
                                            + i % window]));
        }
        return out;
    }

    private static double[] radial(Codes codes, double[] in) {
        double[] out = new double[codes.classes()];
        for (int c = 0; c < out.length; c++) {
            for (int i = 0; i < in.length; i++) {
                double way = in[i] - codes.signs().get(c).get(i);
                out[c] -= way * way;
            }
        }
        return out;
    }

    private double[] dense(Layer.Dense layer, double[] in, int offset) {
        double[] out = new double[layer.units()];
        for (int unit = 0; unit < out.length; unit++) {
            double sum = parameters[offset + layer.units() * in.length + unit];
            for (int i = 0; i < in.length; i++) {
                sum += parameters[offset + unit * in.length + i] * in[i];
            }
            out[unit] = activated(layer.activation(), sum);
        }
        return out;
    }

    private static double activated(Activation activation, double sum) {
        return switch (activation) {
            case TANH -> Math.tanh(sum);
            case SCALED_TANH -> 1.7159 * Math.tanh(2 * sum / 3);
            case RELU -> Math.max(0, sum);
            case IDENTITY -> sum;
        };
    }
}

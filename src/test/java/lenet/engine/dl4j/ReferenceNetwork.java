package lenet.engine.dl4j;

import lenet.dataset.Images;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Layer;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Shape;

/** The forward pass written down from its definition, in double precision and as slow as that: a witness. */
final class ReferenceNetwork {

    private final Architecture architecture;
    private final Scaling scaling;
    private final float[] parameters;

    ReferenceNetwork(Architecture architecture, Scaling scaling, Parameters parameters) {
        this.architecture = architecture;
        this.scaling = scaling;
        this.parameters = parameters.toArray();
    }

    double[] logits(Images images, int index) {
        double[] values = padded(images, index);
        int offset = 0;
        for (ShapedLayer shaped : architecture.shapedLayers()) {
            values = output(shaped, values, offset);
            offset += shaped.layer().tensors(shaped.input()).stream()
                    .mapToInt(tensor -> tensor.size())
                    .sum();
        }
        return values;
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
            return pooling(pooling, shaped.input(), shaped.output(), in);
        }
        return dense((Layer.Dense) shaped.layer(), in, offset);
    }

    private double[] convolution(Layer.Convolution layer, Shape input, Shape output, double[] in, int offset) {
        int kernel = layer.kernel();
        int biases = offset + layer.maps() * input.maps() * kernel * kernel;
        double[] out = new double[output.units()];
        int position = 0;
        for (int map = 0; map < output.maps(); map++) {
            for (int row = 0; row < output.height(); row++) {
                for (int column = 0; column < output.width(); column++) {
                    double sum = parameters[biases + map];
                    for (int from = 0; from < input.maps(); from++) {
                        for (int y = 0; y < kernel; y++) {
                            for (int x = 0; x < kernel; x++) {
                                sum += parameters[offset + ((map * input.maps() + from) * kernel + y) * kernel + x]
                                        * in[(from * input.height() + row + y) * input.width() + column + x];
                            }
                        }
                    }
                    out[position++] = activated(layer.activation(), sum);
                }
            }
        }
        return out;
    }

    private static double[] pooling(Layer.AveragePooling layer, Shape input, Shape output, double[] in) {
        int window = layer.window();
        double[] out = new double[output.units()];
        int position = 0;
        for (int map = 0; map < output.maps(); map++) {
            for (int row = 0; row < output.height(); row++) {
                for (int column = 0; column < output.width(); column++) {
                    double sum = 0;
                    for (int y = 0; y < window; y++) {
                        for (int x = 0; x < window; x++) {
                            sum += in[(map * input.height() + row * window + y) * input.width() + column * window + x];
                        }
                    }
                    out[position++] = sum / (window * window);
                }
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
        return activation == Activation.TANH ? Math.tanh(sum) : sum;
    }
}

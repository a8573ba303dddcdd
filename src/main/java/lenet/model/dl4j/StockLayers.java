package lenet.model.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lenet.model.TrainedModel;
import lenet.network.Activation;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.MaxPooling;
import lenet.network.Layer.RadialBasis;
import lenet.network.Layer.Subsampling;
import lenet.network.Scaling;
import lenet.network.Shape;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Translates a model layer by layer, carrying along what the layer before leaves to the next one's weights. */
final class StockLayers {

    private static final int PICTURE = 28;
    private static final double TANH_AMPLITUDE = 1.7159;
    private static final double TANH_STEEPNESS = 2.0 / 3;

    private final TrainedModel model;
    private final float[] values;
    private int next;

    /** What the layer's true inputs are times those it gets. */
    private double factor;

    /** What is to be added to that. */
    private double shift;

    StockLayers(TrainedModel model) {
        this.model = model;
        this.values = model.parameters().toArray();
        Scaling scaling = model.scaling();
        this.factor = scaling.scale() / 255;
        this.shift = -scaling.mean() * scaling.scale();
    }

    /** The layers from the padding of the pictures to the output. */
    List<StockLayer> all() {
        Shape input = model.architecture().input();
        int margin = (input.height() - PICTURE) / 2;
        List<StockLayer> layers = new ArrayList<>();
        layers.add(new StockLayer(new ZeroPaddingLayer.Builder(margin, margin, margin, margin).build()));
        List<ShapedLayer> own = model.architecture().shapedLayers();
        for (int i = 0; i < own.size(); i++) {
            layers.add(translated(own.get(i), i == own.size() - 1));
        }
        StockLayer output = layers.remove(layers.size() - 1);
        layers.add(output.dividedBy(model.ensemble().temperature()));
        return layers;
    }

    private StockLayer translated(ShapedLayer shaped, boolean last) {
        if (shaped.layer() instanceof Convolution convolution) {
            return convolution(convolution, shaped.input());
        } else if (shaped.layer() instanceof AveragePooling pooling) {
            return pooling(SubsamplingLayer.PoolingType.AVG, pooling.name(), pooling.window());
        } else if (shaped.layer() instanceof MaxPooling pooling) {
            return pooling(SubsamplingLayer.PoolingType.MAX, pooling.name(), pooling.window());
        } else if (shaped.layer() instanceof Subsampling subsampling) {
            return subsampling(subsampling, shaped.output().maps());
        } else if (shaped.layer() instanceof Dense dense) {
            return dense(dense, shaped.input().units(), last);
        }
        if (shaped.layer() instanceof RadialBasis radial) {
            return radial(radial);
        }
        throw new IllegalArgumentException("Deeplearning4j has no translation for layer " + shaped.layer());
    }

    private StockLayer convolution(Convolution convolution, Shape input) {
        int area = convolution.kernel() * convolution.kernel();
        float[] weights = new float[convolution.maps() * input.maps() * area];
        for (int map = 0; map < convolution.maps(); map++) {
            for (int from : convolution.connections().inputsOf(map, input.maps())) {
                System.arraycopy(values, next, weights, (map * input.maps() + from) * area, area);
                next += area;
            }
        }
        ConvolutionLayer.Builder layer = new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel());
        layer.name(convolution.name());
        layer.nOut(convolution.maps());
        layer.activation(stock(convolution.activation()));
        return folded(layer.build(), weights, convolution.maps(), convolution.activation());
    }

    private StockLayer dense(Dense dense, int inputs, boolean last) {
        float[] weights = taken(dense.units() * inputs);
        if (last) {
            OutputLayer output = new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                    .name(dense.name())
                    .nOut(dense.units())
                    .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
                    .build();
            return folded(output, weights, dense.units(), dense.activation());
        }
        DenseLayer layer = new DenseLayer.Builder()
                .name(dense.name())
                .nOut(dense.units())
                .activation(stock(dense.activation()))
                .build();
        return folded(layer, weights, dense.units(), dense.activation());
    }

    /** Distances from the codes, less what all classes share: the same probabilities. */
    private StockLayer radial(RadialBasis radial) {
        OutputLayer output = new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .name(radial.name())
                .nOut(radial.codes().classes())
                .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
                .build();
        float[] weights = radial.codes().doubled();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (weights[i] * factor);
        }
        return new StockLayer(output, weights, radial.codes().negativeSquares());
    }

    /** A sum of neighbours times a coefficient is a convolution of each map by itself, all of its weights alike. */
    private StockLayer subsampling(Subsampling subsampling, int maps) {
        float[] coefficients = taken(maps);
        int area = subsampling.window() * subsampling.window();
        float[] weights = new float[area * maps];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = coefficients[i % maps];
        }
        DepthwiseConvolution2D.Builder layer =
                new DepthwiseConvolution2D.Builder(subsampling.window(), subsampling.window());
        layer.depthMultiplier(subsampling.copies());
        layer.name(subsampling.name());
        layer.stride(subsampling.window(), subsampling.window());
        layer.activation(stock(subsampling.activation()));
        float[] sums = new float[maps];
        for (int map = 0; map < maps; map++) {
            sums[map] = area * coefficients[map];
        }
        return folded(layer.build(), weights, sums, subsampling.activation());
    }

    private static StockLayer pooling(SubsamplingLayer.PoolingType type, String name, int window) {
        return new StockLayer(new SubsamplingLayer.Builder(type)
                .name(name)
                .kernelSize(window, window)
                .stride(window, window)
                .build());
    }

    private StockLayer folded(
            org.deeplearning4j.nn.conf.layers.Layer layer, float[] weights, int outputs, Activation activation) {
        float[] sums = new float[outputs];
        int inputs = weights.length / outputs;
        for (int output = 0; output < outputs; output++) {
            double sum = 0;
            for (int i = 0; i < inputs; i++) {
                sum += weights[output * inputs + i];
            }
            sums[output] = (float) sum;
        }
        return folded(layer, weights, sums, activation);
    }

    /** Takes in what the layer before has left, and leaves to the next what this layer's activation has over. */
    private StockLayer folded(
            org.deeplearning4j.nn.conf.layers.Layer layer, float[] weights, float[] weightSums, Activation activation) {
        boolean scaled = activation == Activation.SCALED_TANH;
        double steepness = scaled ? TANH_STEEPNESS : 1;
        float[] biases = taken(weightSums.length);
        for (int i = 0; i < biases.length; i++) {
            biases[i] = (float) ((biases[i] + shift * weightSums[i]) * steepness);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (weights[i] * factor * steepness);
        }
        factor = scaled ? TANH_AMPLITUDE : 1;
        shift = 0;
        return new StockLayer(layer, weights, biases);
    }

    private float[] taken(int count) {
        next += count;
        return Arrays.copyOfRange(values, next - count, next);
    }

    private static org.nd4j.linalg.activations.Activation stock(Activation activation) {
        return switch (activation) {
            case TANH, SCALED_TANH -> org.nd4j.linalg.activations.Activation.TANH;
            case RELU -> org.nd4j.linalg.activations.Activation.RELU;
            case IDENTITY -> org.nd4j.linalg.activations.Activation.IDENTITY;
        };
    }
}

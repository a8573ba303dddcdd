package lenet.engine.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import lenet.dataset.Images;
import lenet.dataset.PictureReader;
import lenet.network.Architecture;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Layer;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.MaxPooling;
import lenet.network.Layer.RadialBasis;
import lenet.network.Layer.Subsampling;
import lenet.network.Scaling;

/** An architecture as a stack of layers that run on blocks of sixteen pictures. Thread-safe; holds no values. */
final class BlockNetwork {

    private final Architecture architecture;
    private final ParameterLayout layout;
    private final PicturePacker packer;
    private final List<BlockLayer> layers = new ArrayList<>();
    private int pictureSums;

    BlockNetwork(Architecture architecture, Scaling scaling) {
        this.architecture = architecture;
        this.layout = new ParameterLayout(architecture);
        this.packer = new PicturePacker(architecture.input(), scaling);
        boolean first = true;
        for (ShapedLayer shaped : architecture.shapedLayers()) {
            Matrix matrix = layout.matrix(layers.size());
            BlockLayer layer = translated(shaped, matrix, first);
            layers.add(layer);
            pictureSums += layer.pictureSums();
            first &= matrix.outputs() == 0;
        }
    }

    ParameterLayout layout() {
        return layout;
    }

    /** Buffers for one block. */
    Block newBlock() {
        List<Activations> activations = Stream.concat(
                        Stream.of(architecture.input()),
                        architecture.shapedLayers().stream().map(ShapedLayer::output))
                .map(Activations::of)
                .toList();
        return new Block(
                activations,
                layers.stream().map(layer -> new float[layer.scratchSize()]).toList());
    }

    /** Room for the gradient of a shard of a batch. */
    GradientShard newShard() {
        return new GradientShard(layout.size(), pictureSums);
    }

    /** Runs sixteen pictures, the i-th being picture {@code index(i)} of {@code images}; leaves the block's logits. */
    void forward(float[] parameters, Images images, IntUnaryOperator index, PictureReader reader, Block block) {
        packer.pack(images, index, reader, block.input().values());
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i)
                    .forward(
                            parameters,
                            block.activations().get(i),
                            block.activations().get(i + 1));
        }
    }

    /** Adds to the shard what the slopes by the block's logits make of the parameters' gradient. */
    void backward(float[] parameters, Block block, GradientShard shard) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            layers.get(i)
                    .backward(
                            parameters,
                            block.activations().get(i),
                            block.activations().get(i + 1),
                            shard,
                            block.scratch().get(i));
        }
        shard.started = true;
    }

    /**
     * Adds to the shard the second derivatives of the loss by the parameters.
     *
     * @param squared the parameters' squares
     * @param curvatures for the input and each layer, room for second derivatives; the last holds those by the logits
     */
    void curvature(float[] squared, Block block, List<float[]> curvatures, GradientShard shard) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            layers.get(i)
                    .curvature(
                            squared,
                            block.activations().get(i),
                            block.activations().get(i + 1),
                            curvatures.get(i),
                            curvatures.get(i + 1),
                            shard,
                            block.scratch().get(i));
        }
        shard.started = true;
    }

    /** Completes the shard's gradient, once its last block is in. */
    void collect(GradientShard shard) {
        layers.forEach(layer -> layer.collect(shard));
    }

    private BlockLayer translated(ShapedLayer shaped, Matrix matrix, boolean first) {
        Layer layer = shaped.layer();
        if (layer instanceof Convolution) {
            boolean dense = shaped.output().height() == 1 && shaped.output().width() == 1;
            return dense
                    ? DenseLayer.of(shaped, matrix, first)
                    : new ConvolutionLayer(shaped, matrix, pictureSums, first);
        } else if (layer instanceof Dense dense) {
            return new DenseLayer(matrix, dense.activation(), first);
        } else if (layer instanceof AveragePooling pooling) {
            return new AveragePoolingLayer(new Window(shaped, pooling.window()));
        } else if (layer instanceof MaxPooling pooling) {
            return new MaxPoolingLayer(new Window(shaped, pooling.window()));
        } else if (layer instanceof Subsampling subsampling) {
            return new SubsamplingLayer(
                    new Window(shaped, subsampling.window()), matrix, subsampling.activation(), pictureSums, first);
        } else if (layer instanceof RadialBasis radial) {
            return new RadialBasisLayer(radial.codes());
        }
        throw new IllegalArgumentException("the vector engine has no kernel for layer " + layer);
    }
}

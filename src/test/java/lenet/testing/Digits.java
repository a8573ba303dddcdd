package lenet.testing;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Batch;
import lenet.network.Connections;
import lenet.network.Layer;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Shape;

/** Networks and random pictures that the engines' tests share. */
public final class Digits {

    /** The default network. */
    public static final Architecture LENET5 = ArchitectureCatalogue.LENET5;

    /** Near enough to the training mean. */
    public static final Scaling SCALING = new Scaling(0.1, 1);

    /** Every kind of layer once, small enough for finite differences. */
    public static final Architecture TINY = new Architecture(
            "tiny",
            "",
            new Shape(1, 10, 10),
            List.of(
                    new Layer.Convolution("C1", 2, 3, Activation.TANH),
                    new Layer.AveragePooling("S2", 2),
                    new Layer.Convolution("C3", 3, 3, Activation.TANH),
                    new Layer.Dense("F4", 5, Activation.TANH),
                    new Layer.Dense("OUTPUT", 4, Activation.IDENTITY)));

    /** The paper's layers: connection table, trained subsampling, scaled tanh. */
    public static final Architecture PAPER = new Architecture(
            "paper",
            "",
            new Shape(1, 32, 32),
            List.of(
                    new Layer.Convolution("C1", 6, 5, Activation.SCALED_TANH),
                    new Layer.Subsampling("S2", 2, Activation.SCALED_TANH),
                    new Layer.Convolution("C3", 16, 5, Connections.TABLE_I, Activation.SCALED_TANH),
                    new Layer.Subsampling("S4", 2, Activation.SCALED_TANH),
                    new Layer.Convolution("C5", 120, 5, Activation.SCALED_TANH),
                    new Layer.Dense("F6", 84, Activation.SCALED_TANH),
                    new Layer.Dense("OUTPUT", 10, Activation.IDENTITY)));

    private Digits() {}

    /** The parameters that tests begin with. */
    public static Parameters initial(Architecture architecture) {
        return Parameters.initial(architecture, 11);
    }

    /** {@code count} pictures of noise, {@code side × side}, with labels below {@code classes}. */
    public static LabelledImages random(int count, int side, int classes, long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[count * side * side];
        random.nextBytes(pixels);
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(classes);
        }
        return new LabelledImages(new Images(count, side, pixels), labels);
    }

    /** All pictures in their order. */
    public static Batch all(LabelledImages images) {
        return new Batch(images, IntStream.range(0, images.count()).toArray(), 0, images.count());
    }
}

package lenet.network;

import java.util.List;

/** One layer of a network as a value: what it is called in the paper, its shape and its trainable tensors. */
public sealed interface Layer {

    /** The layer's name in the paper: C1, S2, C3, S4, C5, F6, OUTPUT. */
    String name();

    /** The shape this layer gives for an input of shape {@code input}; refuses an input it cannot take. */
    Shape output(Shape input);

    /** The layer's trainable tensors, in the order in which {@link Parameters} keeps them. */
    List<Tensor> tensors(Shape input);

    /**
     * A convolution, stride 1, no padding (paper, section II-A).
     *
     * <p>Weights have shape {@code [maps][input maps][kernel][kernel]} or, with a connection table,
     * {@code [connections][kernel][kernel]}, map by map; the bias {@code [maps]}.
     *
     * @param connections which input maps feed which map
     */
    record Convolution(String name, int maps, int kernel, Connections connections, Activation activation)
            implements Layer {

        /** A convolution of every input map. */
        public Convolution(String name, int maps, int kernel, Activation activation) {
            this(name, maps, kernel, Connections.ALL, activation);
        }

        @Override
        public Shape output(Shape input) {
            connections.check(name, input.maps(), maps);
            return new Shape(maps, input.height() - kernel + 1, input.width() - kernel + 1);
        }

        @Override
        public List<Tensor> tensors(Shape input) {
            int area = kernel * kernel;
            int count = connections.count(input.maps(), maps);
            int fanIn = count * area / maps;
            int fanOut = Math.max(1, count * area / input.maps());
            Tensor weight = connections.equals(Connections.ALL)
                    ? Tensor.weight(name, fanIn, fanOut, maps, input.maps(), kernel, kernel)
                    : Tensor.weight(name, fanIn, fanOut, count, kernel, kernel);
            return List.of(weight, Tensor.bias(name, maps));
        }
    }

    /** Average over {@code window × window} neighbours with stride {@code window}; nothing to train. */
    record AveragePooling(String name, int window) implements Layer {

        @Override
        public Shape output(Shape input) {
            return tiled(name, window, input);
        }

        @Override
        public List<Tensor> tensors(Shape input) {
            return List.of();
        }
    }

    /** The largest of {@code window × window} neighbours, the first of equals, with stride {@code window}. */
    record MaxPooling(String name, int window) implements Layer {

        @Override
        public Shape output(Shape input) {
            return tiled(name, window, input);
        }

        @Override
        public List<Tensor> tensors(Shape input) {
            return List.of();
        }
    }

    /**
     * The paper's subsampling (section II-B, layer S2): the sum of {@code window × window} neighbours times a trainable
     * coefficient, plus a trainable bias, squashed; stride {@code window}.
     *
     * <p>The coefficients are a weight of shape {@code [output maps]}, and so is the bias.
     *
     * @param copies maps that each input map feeds, one after another, each with a coefficient and a bias of its own: 1 in
     *     LeNet-5, 2 in LeNet-4 (section III-B.6)
     */
    record Subsampling(String name, int window, int copies, Activation activation) implements Layer {

        /** One map for each of the input. */
        public Subsampling(String name, int window, Activation activation) {
            this(name, window, 1, activation);
        }

        @Override
        public Shape output(Shape input) {
            Shape tiled = tiled(name, window, input);
            return new Shape(copies * tiled.maps(), tiled.height(), tiled.width());
        }

        @Override
        public List<Tensor> tensors(Shape input) {
            int maps = copies * input.maps();
            return List.of(Tensor.weight(name, window * window, 1, maps), Tensor.bias(name, maps));
        }
    }

    /**
     * A fully connected layer over the flattened input.
     *
     * <p>Weights have shape {@code [units][input units]}, input units in {@code [map][row][column]} order; the bias
     * {@code [units]}.
     */
    record Dense(String name, int units, Activation activation) implements Layer {

        @Override
        public Shape output(Shape input) {
            return new Shape(units, 1, 1);
        }

        @Override
        public List<Tensor> tensors(Shape input) {
            return List.of(Tensor.weight(name, input.units(), units, units, input.units()), Tensor.bias(name, units));
        }
    }

    /**
     * The paper's output (section II-B): one Euclidean radial basis function a class, whose centre is a fixed code. A
     * logit is the negative of its penalty, {@code −Σ (x − code)²}: the right class is the nearest. Nothing to train.
     */
    record RadialBasis(String name, Codes codes) implements Layer {

        @Override
        public Shape output(Shape input) {
            if (input.units() != codes.length()) {
                throw new IllegalArgumentException(
                        "%s: codes of %d values need as many inputs, found %s".formatted(name, codes.length(), input));
            }
            return new Shape(codes.classes(), 1, 1);
        }

        @Override
        public List<Tensor> tensors(Shape input) {
            return List.of();
        }
    }

    private static Shape tiled(String name, int window, Shape input) {
        if (input.height() % window != 0 || input.width() % window != 0) {
            throw new IllegalArgumentException(
                    "%s: a %d×%d window does not tile an input of %s".formatted(name, window, window, input));
        }
        return new Shape(input.maps(), input.height() / window, input.width() / window);
    }
}

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
     * A convolution of every input map, stride 1, no padding (paper, section II-A).
     *
     * <p>Weights have shape {@code [maps][input maps][kernel][kernel]}, the bias {@code [maps]}.
     */
    record Convolution(String name, int maps, int kernel, Activation activation) implements Layer {

        @Override
        public Shape output(Shape input) {
            return new Shape(maps, input.height() - kernel + 1, input.width() - kernel + 1);
        }

        @Override
        public List<Tensor> tensors(Shape input) {
            int area = kernel * kernel;
            return List.of(
                    Tensor.weight(name, input.maps() * area, maps * area, maps, input.maps(), kernel, kernel),
                    Tensor.bias(name, maps));
        }
    }

    /** Average over {@code window × window} neighbours with stride {@code window}; nothing to train. */
    record AveragePooling(String name, int window) implements Layer {

        @Override
        public Shape output(Shape input) {
            if (input.height() % window != 0 || input.width() % window != 0) {
                throw new IllegalArgumentException(
                        "%s: a %d×%d window does not tile an input of %s".formatted(name, window, window, input));
            }
            return new Shape(input.maps(), input.height() / window, input.width() / window);
        }

        @Override
        public List<Tensor> tensors(Shape input) {
            return List.of();
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
}

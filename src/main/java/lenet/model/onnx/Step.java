package lenet.model.onnx;

import lenet.network.Activation;

/** Something that a graph computes on the way from the picture to the logits, whichever operators it takes for that. */
sealed interface Step {

    /** The node that does it, or the last of several. */
    Node node();

    /** What it is, for a message. */
    String described();

    /** Constants times and plus every unit, in the order of the last step's units. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Scale(Node node, double[] factors, double[] summands) implements Step {

        @Override
        public String described() {
            return "multiplication by and addition of constants";
        }
    }

    /** A margin of {@code value} around the picture, which is {@code height × width} afterwards. */
    record Padding(Node node, float value, int height, int width) implements Step {

        @Override
        public String described() {
            return "padding to %d×%d".formatted(height, width);
        }
    }

    /**
     * A convolution without padding.
     *
     * @param weights {@code [maps][input maps / groups][kernel][kernel]}
     * @param bias {@code [maps]}
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Convolution(Node node, int maps, int kernel, int stride, int groups, float[] weights, float[] bias)
            implements Step {

        @Override
        public String described() {
            return "a convolution to %d maps by %d×%d, stride %d, in %d groups"
                    .formatted(maps, kernel, kernel, stride, groups);
        }
    }

    /** Pooling of neighbouring {@code window × window} units. */
    record Pooling(Node node, boolean largest, int window) implements Step {

        @Override
        public String described() {
            return "%s pooling by %d×%d".formatted(largest ? "max" : "average", window, window);
        }
    }

    /**
     * A fully connected layer.
     *
     * @param weights {@code [units][input units]}, the input in {@code [map][row][column]} order
     * @param bias {@code [units]}
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Dense(Node node, int units, float[] weights, float[] bias) implements Step {

        @Override
        public String described() {
            return "a dense layer of %d units".formatted(units);
        }
    }

    /** A squashing function of every unit. */
    record Squashing(Node node, Activation function) implements Step {

        @Override
        public String described() {
            return function.toString();
        }
    }

    /** Probabilities, or their logarithms, from logits. */
    record Probabilities(Node node) implements Step {

        @Override
        public String described() {
            return "softmax";
        }
    }
}

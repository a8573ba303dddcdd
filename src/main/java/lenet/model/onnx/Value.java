package lenet.model.onnx;

import java.util.Arrays;

/** What a name in a graph stands for: the picture on its way through the network, or a constant. */
sealed interface Value permits Signal, Value.Floats, Value.Integers {

    /** How a message calls it. */
    String described();

    /** Constant floats, row-major: mostly weights. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Floats(int[] shape, float[] values) implements Value {

        @Override
        public String described() {
            return "a constant of " + Sizes.text(shape);
        }

        Floats reshaped(int... newShape) {
            return new Floats(newShape, values);
        }

        Floats transposed(int... axes) {
            int[] order = Layout.transposed(shape, axes);
            float[] moved = new float[values.length];
            for (int i = 0; i < moved.length; i++) {
                moved[i] = values[order[i]];
            }
            return new Floats(Layout.pick(shape, axes), moved);
        }
    }

    /** Constant integers, row-major: mostly shapes, in which {@link #BATCH} may stand for the number of pictures. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Integers(int[] shape, long[] values) implements Value {

        /** A number of pictures that the file leaves open. */
        static final long BATCH = Long.MIN_VALUE;

        static Integers list(long... values) {
            return new Integers(new int[] {values.length}, values);
        }

        @Override
        public String described() {
            return "constant integers " + Quoted.plain(Arrays.toString(values));
        }

        Integers reshaped(int... newShape) {
            return new Integers(newShape, values);
        }

        Integers transposed(int... axes) {
            int[] order = Layout.transposed(shape, axes);
            long[] moved = new long[values.length];
            for (int i = 0; i < moved.length; i++) {
                moved[i] = values[order[i]];
            }
            return new Integers(Layout.pick(shape, axes), moved);
        }
    }
}

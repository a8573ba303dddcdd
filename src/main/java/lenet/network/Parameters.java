package lenet.network;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A network's trainable values in the one order that every engine, file and database row uses: the architecture's
 * tensors one after another, each row-major. Immutable.
 */
public final class Parameters {

    private final float[] values;

    private Parameters(float[] values) {
        this.values = values;
    }

    /** Wraps a copy of {@code values}, which must hold exactly the architecture's parameters. */
    public static Parameters of(Architecture architecture, float[] values) {
        if (values.length != architecture.parameterCount()) {
            throw new IllegalArgumentException("%s has %,d parameters, found %,d"
                    .formatted(architecture.name(), architecture.parameterCount(), values.length));
        }
        return new Parameters(values.clone());
    }

    /** Random weights as the architecture's initialisation has them, and zero biases: a pure function of the seed. */
    public static Parameters initial(Architecture architecture, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[architecture.parameterCount()];
        int offset = 0;
        for (Tensor tensor : architecture.tensors()) {
            if (tensor.kind() == Tensor.Kind.WEIGHT) {
                double limit = architecture.initialisation().limit(tensor);
                for (int i = 0; i < tensor.size(); i++) {
                    values[offset + i] = (float) ((2 * random.nextDouble() - 1) * limit);
                }
            }
            offset += tensor.size();
        }
        return new Parameters(values);
    }

    /** Number of values. */
    public int count() {
        return values.length;
    }

    /** A copy of all values in canonical order. */
    public float[] toArray() {
        return values.clone();
    }

    /** A copy of the values of the tensor called {@code name}. */
    public float[] tensor(Architecture architecture, String name) {
        int offset = 0;
        List<Tensor> tensors = architecture.tensors();
        for (Tensor tensor : tensors) {
            if (tensor.name().equals(name)) {
                return Arrays.copyOfRange(values, offset, offset + tensor.size());
            }
            offset += tensor.size();
        }
        throw new IllegalArgumentException("%s has no tensor '%s', only %s"
                .formatted(
                        architecture.name(),
                        name,
                        tensors.stream().map(Tensor::name).toList()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters parameters && Arrays.equals(values, parameters.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Parameters[%,d values]".formatted(values.length);
    }
}

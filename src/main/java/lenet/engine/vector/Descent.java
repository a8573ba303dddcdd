package lenet.engine.vector;

import static lenet.engine.vector.Lanes.LENGTH;
import static lenet.engine.vector.Lanes.SPECIES;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import lenet.network.Architecture;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Parameters;

/**
 * The parameters on their way down: adds up a batch's shards, clips the gradient, lets the weights decay and moves them.
 * Threads share a step by chunks, whose size is the same for any number of them.
 */
final class Descent {

    /** Values that a thread carries through a step at once; they stay in the first cache. */
    private static final int CHUNK = 2048;

    private final ParameterLayout layout;
    private final Optimiser optimiser;
    private final float[] parameters;
    private final float[] gradient;
    private final Update update;
    private final double[] chunkSquares;
    private final List<Matrix> matrices;
    /** The average of the parameters that answers; the parameters themselves where there is none. */
    private final float[] average;

    private long steps;
    private float decay;
    private float share;

    Descent(ParameterLayout layout, Optimiser optimiser, NetworkState state) {
        this.layout = layout;
        this.optimiser = optimiser;
        this.parameters = layout.flat(state.parameters().toArray());
        this.gradient = new float[layout.size()];
        this.update = Update.of(optimiser.method(), layout.size());
        this.chunkSquares = new double[chunks()];
        this.matrices = layout.trainable();
        this.steps = state.steps();
        this.average = optimiser.averages() ? parameters.clone() : parameters;
        restore(state.optimiserState());
    }

    /** The parameters as they stand, where the engine keeps them. */
    float[] parameters() {
        return parameters;
    }

    /** The parameters that answer. */
    float[] answering() {
        return average;
    }

    /** Whether a step needs the whole gradient's length before it moves anything. */
    boolean clips() {
        return Double.isFinite(optimiser.gradientClipping());
    }

    /** Number of chunks that a step consists of. */
    int chunks() {
        return (layout.size() + CHUNK - 1) / CHUNK;
    }

    /** Begins a step at {@code learningRate}. */
    void begin(double learningRate) {
        steps++;
        update.begin(steps, learningRate);
        decay = (float) (learningRate * optimiser.weightDecay());
        share = (float) (1 - optimiser.averagingAt(steps));
    }

    /** Adds up a chunk of the shards' gradients. */
    void addUp(List<GradientShard> shards, int chunk) {
        int from = chunk * CHUNK;
        int to = Math.min(from + CHUNK, layout.size());
        System.arraycopy(shards.get(0).gradient, from, gradient, from, to - from);
        for (GradientShard shard : shards.subList(1, shards.size())) {
            for (int i = from; i < to; i += LENGTH) {
                FloatVector sum = FloatVector.fromArray(SPECIES, gradient, i);
                sum.add(FloatVector.fromArray(SPECIES, shard.gradient, i)).intoArray(gradient, i);
            }
        }
        if (clips()) {
            chunkSquares[chunk] = squares(from, to);
        }
    }

    /** Moves a chunk of the parameters; when the gradient is clipped, after all of it was added up. */
    void move(int chunk) {
        int from = chunk * CHUNK;
        int to = Math.min(from + CHUNK, layout.size());
        if (clips()) {
            shorten(from, to);
        }
        if (decay > 0) {
            matrices.forEach(matrix -> decay(Math.max(from, matrix.weight(0, 0)), Math.min(to, matrix.end())));
        }
        update.move(parameters, gradient, from, to);
        if (optimiser.averages()) {
            average(from, to);
        }
    }

    /** Takes the shards' sums for second derivatives by the parameters. */
    void curve(List<GradientShard> shards) {
        for (int chunk = 0; chunk < chunks(); chunk++) {
            addUp(shards, chunk);
        }
        update.curve(gradient);
    }

    /** The state in canonical order. */
    NetworkState state(Architecture architecture) {
        float[][] running = running();
        float[] values = new float[running.length * architecture.parameterCount()];
        for (int i = 0; i < running.length; i++) {
            float[] canonical = layout.canonical(running[i]);
            System.arraycopy(canonical, 0, values, i * canonical.length, canonical.length);
        }
        return new NetworkState(Parameters.of(architecture, layout.canonical(parameters)), values, steps);
    }

    private void restore(float[] values) {
        float[][] running = running();
        if (values.length == 0) {
            return;
        }
        int count = values.length / running.length;
        for (int i = 0; i < running.length; i++) {
            float[] flat = layout.flat(Arrays.copyOfRange(values, i * count, (i + 1) * count));
            System.arraycopy(flat, 0, running[i], 0, flat.length);
        }
    }

    private float[][] running() {
        float[][] ofUpdate = update.state();
        if (!optimiser.averages()) {
            return ofUpdate;
        }
        float[][] running = Arrays.copyOf(ofUpdate, ofUpdate.length + 1);
        running[ofUpdate.length] = average;
        return running;
    }

    private void average(int from, int to) {
        FloatVector part = FloatVector.broadcast(SPECIES, share);
        for (int i = from; i < to; i += LENGTH) {
            FloatVector a = FloatVector.fromArray(SPECIES, average, i);
            FloatVector way = FloatVector.fromArray(SPECIES, parameters, i).sub(a);
            way.fma(part, a).intoArray(average, i);
        }
    }

    private double squares(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) gradient[i] * gradient[i];
        }
        return sum;
    }

    private void shorten(int from, int to) {
        double squares = 0;
        for (double chunk : chunkSquares) {
            squares += chunk;
        }
        double length = Math.sqrt(squares);
        if (length > optimiser.gradientClipping()) {
            float factor = (float) (optimiser.gradientClipping() / length);
            for (int i = from; i < to; i += LENGTH) {
                FloatVector.fromArray(SPECIES, gradient, i).mul(factor).intoArray(gradient, i);
            }
        }
    }

    private void decay(int from, int to) {
        for (int i = from; i < to; i += LENGTH) {
            FloatVector w = FloatVector.fromArray(SPECIES, parameters, i);
            w.fma(FloatVector.broadcast(SPECIES, -decay), w).intoArray(parameters, i);
        }
    }
}

package lenet.engine.vector;

import static lenet.engine.vector.Lanes.LENGTH;
import static lenet.engine.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The largest of a window of neighbours; its slope goes to the first of equals. */
final class MaxPoolingLayer implements BlockLayer {

    private final Window window;

    MaxPoolingLayer(Window window) {
        this.window = window;
    }

    @Override
    public void forward(float[] parameters, Activations in, Activations out) {
        for (int row = 0; row < window.rows(); row++) {
            int from = window.inputRow(row);
            int to = window.outputRow(row);
            for (int i = 0; i < window.rowLength(); i += LENGTH) {
                largest(in.values(), window.inputOf(from, i)).intoArray(out.values(), to + i);
            }
        }
    }

    private FloatVector largest(float[] values, int at) {
        FloatVector largest = FloatVector.fromArray(SPECIES, values, at);
        for (int offset : window.offsets) {
            FloatVector value = FloatVector.fromArray(SPECIES, values, at + offset);
            largest = largest.blend(value, value.compare(VectorOperators.GT, largest));
        }
        return largest;
    }

    @Override
    public void backward(float[] parameters, Activations in, Activations out, GradientShard shard, float[] scratch) {
        for (int row = 0; row < window.rows(); row++) {
            int from = window.outputRow(row);
            int to = window.inputRow(row);
            for (int i = 0; i < window.rowLength(); i += LENGTH) {
                FloatVector largest = FloatVector.fromArray(SPECIES, out.values(), from + i);
                FloatVector slope = FloatVector.fromArray(SPECIES, out.slopes(), from + i);
                hand(slope, largest, in, window.inputOf(to, i));
            }
        }
    }

    @Override
    public void curvature(
            float[] squared,
            Activations in,
            Activations out,
            float[] inCurvature,
            float[] outCurvature,
            GradientShard shard,
            float[] scratch) {
        backward(
                squared,
                new Activations(in.values(), inCurvature),
                new Activations(out.values(), outCurvature),
                shard,
                scratch);
    }

    private void hand(FloatVector slope, FloatVector largest, Activations in, int at) {
        FloatVector left = slope;
        for (int offset : window.offsets) {
            FloatVector value = FloatVector.fromArray(SPECIES, in.values(), at + offset);
            VectorMask<Float> takes = value.compare(VectorOperators.EQ, largest);
            FloatVector.zero(SPECIES).blend(left, takes).intoArray(in.slopes(), at + offset);
            left = left.blend(0f, takes);
        }
    }
}

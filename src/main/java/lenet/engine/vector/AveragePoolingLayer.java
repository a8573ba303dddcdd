package lenet.engine.vector;

import static lenet.engine.vector.Lanes.LENGTH;

import jdk.incubator.vector.FloatVector;

/** Average over a window of neighbours. */
final class AveragePoolingLayer implements BlockLayer {

    private final Window window;
    private final float share;

    AveragePoolingLayer(Window window) {
        this.window = window;
        this.share = 1f / window.area();
    }

    @Override
    public void forward(float[] parameters, Activations in, Activations out) {
        for (int row = 0; row < window.rows(); row++) {
            int from = window.inputRow(row);
            int to = window.outputRow(row);
            for (int i = 0; i < window.rowLength(); i += LENGTH) {
                window.sum(in.values(), window.inputOf(from, i)).mul(share).intoArray(out.values(), to + i);
            }
        }
    }

    @Override
    public void backward(float[] parameters, Activations in, Activations out, GradientShard shard, float[] scratch) {
        for (int row = 0; row < window.rows(); row++) {
            int from = window.outputRow(row);
            int to = window.inputRow(row);
            for (int i = 0; i < window.rowLength(); i += LENGTH) {
                FloatVector slope = FloatVector.fromArray(Lanes.SPECIES, out.slopes(), from + i);
                window.spread(slope.mul(share), in.slopes(), window.inputOf(to, i));
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
        for (int i = 0; i < window.outputRow(window.rows()); i++) {
            outCurvature[i] *= share;
        }
        backward(
                squared,
                new Activations(in.values(), inCurvature),
                new Activations(out.values(), outCurvature),
                shard,
                scratch);
    }
}

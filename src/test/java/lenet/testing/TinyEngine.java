package lenet.testing;

import lenet.dataset.Images;
import lenet.network.Architecture;
import lenet.network.Batch;
import lenet.network.Classifier;
import lenet.network.Engine;
import lenet.network.Loss;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.StepResult;
import lenet.network.TrainableNetwork;

/**
 * An engine for tests that learns truly and at once: softmax regression on 84 block means of the picture, with the
 * weights of the architecture's last layer. All other parameters stay as they are.
 */
public final class TinyEngine implements Engine {

    /** Its name in recipes. */
    public static final String NAME = "tiny";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "softmax regression, for tests";
    }

    @Override
    public TrainableNetwork trainable(
            Architecture architecture, Scaling scaling, Loss loss, Optimiser optimiser, NetworkState state) {
        return new Trainable(architecture, scaling, optimiser, state);
    }

    @Override
    public Classifier classifier(Architecture architecture, Scaling scaling, Parameters parameters) {
        SoftmaxRegression model = new SoftmaxRegression(scaling, parameters.toArray());
        return new Classifier() {
            @Override
            public float[] logits(Images images, int from, int to) {
                float[] logits = new float[(to - from) * SoftmaxRegression.CLASSES];
                for (int i = from; i < to; i++) {
                    model.logits(model.features(images, i), logits, (i - from) * SoftmaxRegression.CLASSES);
                }
                return logits;
            }

            @Override
            public void close() {}
        };
    }

    private static final class Trainable implements TrainableNetwork {

        private final Architecture architecture;
        private final Scaling scaling;
        private final Optimiser optimiser;
        private final float[] values;
        private final FormulaDescent descent;
        private final SoftmaxRegression model;
        private long steps;

        private Trainable(Architecture architecture, Scaling scaling, Optimiser optimiser, NetworkState state) {
            this.architecture = architecture;
            this.scaling = scaling;
            this.optimiser = optimiser;
            this.steps = state.steps();
            this.values = state.parameters().toArray();
            this.descent = new FormulaDescent(optimiser, values.length, state.optimiserState());
            this.model = new SoftmaxRegression(scaling, values);
            if (steps == 0) {
                descent.beginAverage(values);
            }
        }

        @Override
        public StepResult step(Batch batch, double learningRate) {
            float[] gradient = new float[SoftmaxRegression.COUNT];
            double loss = 0;
            int correct = 0;
            for (int i = 0; i < batch.size(); i++) {
                SoftmaxRegression.Pass pass = model.pass(batch, i, gradient);
                loss += pass.loss();
                correct += pass.correct() ? 1 : 0;
            }
            steps++;
            move(mean(gradient, batch.size()), learningRate);
            descent.average(values, steps);
            return new StepResult(loss, correct);
        }

        private void move(double[] gradient, double learningRate) {
            double clipping = descent.clipping(gradient);
            int first = values.length - gradient.length;
            for (int i = 0; i < gradient.length; i++) {
                int at = first + i;
                boolean weight = i < SoftmaxRegression.WEIGHTS;
                values[at] += (float) descent.way(steps, learningRate, clipping * gradient[i], at, values[at], weight);
            }
        }

        private static double[] mean(float[] sums, int count) {
            double[] mean = new double[sums.length];
            for (int i = 0; i < sums.length; i++) {
                mean[i] = (double) sums[i] / count;
            }
            return mean;
        }

        @Override
        public float[] logits(Batch batch) {
            float[] logits = new float[batch.size() * SoftmaxRegression.CLASSES];
            SoftmaxRegression answering = new SoftmaxRegression(
                    scaling, state().answering(architecture, optimiser).toArray());
            for (int i = 0; i < batch.size(); i++) {
                answering.logits(
                        answering.features(batch.data().images(), batch.index(i)),
                        logits,
                        i * SoftmaxRegression.CLASSES);
            }
            return logits;
        }

        @Override
        public NetworkState state() {
            return new NetworkState(Parameters.of(architecture, values), descent.state(), steps);
        }

        @Override
        public void close() {}
    }
}

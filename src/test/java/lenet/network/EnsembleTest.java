package lenet.network;

import static lenet.network.ArchitectureCatalogue.LENET1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lenet.dataset.Images;
import org.junit.jupiter.api.Test;

class EnsembleTest {

    private static final Images PICTURES = new Images(2, 28, pixels());

    private static byte[] pixels() {
        byte[] pixels = new byte[2 * 28 * 28];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 37 % 251);
        }
        return pixels;
    }

    @Test
    void theAverageHasTheMeanOfTheNetworksProbabilities() {
        float[] answer = logits(new Ensemble(List.of(network(1), network(2), network(3)), Combination.AVERAGE, 1));

        for (int picture = 0; picture < 2; picture++) {
            int offset = picture * 10;
            double[] expected = new double[10];
            for (int seed = 1; seed <= 3; seed++) {
                double[] one = Softmax.probabilities(logits(Ensemble.of(network(seed))), offset, 10);
                IntStream.range(0, 10).forEach(i -> expected[i] += one[i] / 3);
            }
            assertThat(Softmax.probabilities(answer, offset, 10)).containsExactly(expected, within(1e-6));
        }
    }

    @Test
    void theSumAddsTheNetworksLogits() {
        float[] answer = logits(new Ensemble(List.of(network(1), network(2)), Combination.ADD, 1));

        float[] first = logits(Ensemble.of(network(1)));
        float[] second = logits(Ensemble.of(network(2)));
        for (int i = 0; i < answer.length; i++) {
            assertThat(answer[i]).isEqualTo(first[i] + second[i], within(1e-6f));
        }
    }

    @Test
    void theTemperatureDividesTheLogits() {
        float[] cold = logits(Ensemble.of(network(1)));

        float[] warm = logits(Ensemble.of(network(1)).at(2));

        for (int i = 0; i < warm.length; i++) {
            assertThat(warm[i]).isEqualTo(cold[i] / 2);
        }
    }

    @Test
    void aClassThatNoNetworkGivesAnythingHasAFiniteLogit() {
        float[] combined = new float[2];

        Combination.AVERAGE.combine(new float[][] {{0, -5000}, {0, -6000}}, 0, 2, combined);

        assertThat(combined[1]).isFinite().isLessThan(-700);
    }

    @Test
    void closingItClosesEveryNetwork() {
        List<Integer> closed = new ArrayList<>();
        Engine engine = new EngineOfZeros(closed);

        new Ensemble(List.of(network(1), network(2)), Combination.ADD, 1)
                .classifier(engine)
                .close();

        assertThat(closed).hasSize(2);
    }

    @Test
    void noNetworkOrTooManyOrATemperatureOfNothingAreRefused() {
        List<Network> many = IntStream.rangeClosed(0, Ensemble.MOST_MEMBERS)
                .mapToObj(EnsembleTest::network)
                .toList();

        assertThatThrownBy(() -> new Ensemble(List.of(), Combination.ADD, 1)).hasMessageContaining("found 0");
        assertThatThrownBy(() -> new Ensemble(many, Combination.ADD, 1)).hasMessageContaining("found 17");
        assertThatThrownBy(() -> Ensemble.of(network(1)).at(0)).hasMessageContaining("found 0.0");
        assertThatThrownBy(() -> Ensemble.of(network(1)).at(Double.NaN)).hasMessageContaining("found NaN");
    }

    private static Network network(long seed) {
        return new Network(LENET1, Scaling.centred(0.1), Parameters.initial(LENET1, seed));
    }

    private static float[] logits(Ensemble ensemble) {
        return ensemble.classifier(new ReferenceEngine()).logits(PICTURES, 0, 2);
    }

    /** Answers by the definition of the forward pass. */
    private static class ReferenceEngine implements Engine {

        @Override
        public String name() {
            return "reference";
        }

        @Override
        public String description() {
            return "the definition";
        }

        @Override
        public TrainableNetwork trainable(
                Architecture architecture, Scaling scaling, Loss loss, Optimiser optimiser, NetworkState state) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Classifier classifier(Architecture architecture, Scaling scaling, Parameters parameters) {
            ReferenceNetwork network = new ReferenceNetwork(architecture, scaling, parameters);
            return new Classifier() {

                @Override
                public float[] logits(Images images, int from, int to) {
                    float[] logits = new float[(to - from) * architecture.classes()];
                    for (int picture = from; picture < to; picture++) {
                        double[] of = network.logits(images, picture);
                        for (int i = 0; i < of.length; i++) {
                            logits[(picture - from) * of.length + i] = (float) of[i];
                        }
                    }
                    return logits;
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Notes what is closed. */
    private static final class EngineOfZeros extends ReferenceEngine {

        private final List<Integer> closed;

        private EngineOfZeros(List<Integer> closed) {
            this.closed = closed;
        }

        @Override
        public Classifier classifier(Architecture architecture, Scaling scaling, Parameters parameters) {
            int number = closed.size();
            return new Classifier() {

                @Override
                public float[] logits(Images images, int from, int to) {
                    return new float[(to - from) * architecture.classes()];
                }

                @Override
                public void close() {
                    closed.add(number);
                }
            };
        }
    }
}

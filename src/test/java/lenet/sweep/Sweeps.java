package lenet.sweep;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lenet.evaluation.Monitor;
import lenet.network.Optimiser;
import lenet.testing.TinyEngine;
import lenet.training.NewTrainingJob;
import lenet.training.Promotion;
import lenet.training.Recipe;
import org.jspecify.annotations.Nullable;

/** Sweeps over the learning rate, for tests. */
final class Sweeps {

    /** With weight decay 1 the weights grow beyond all bounds. */
    static final double DIVERGING = 10;

    private Sweeps() {}

    static NewSweep of(int epochs, int batchSize, @Nullable Halving halving, double... rates) {
        return of("rates", Monitor.VALIDATION_LOSS, Promotion.NEVER, epochs, batchSize, halving, rates);
    }

    static NewSweep of(
            String name,
            Monitor objective,
            Promotion promotion,
            int epochs,
            int batchSize,
            @Nullable Halving halving,
            double... rates) {
        List<NewTrial> trials = DoubleStream.of(rates)
                .mapToObj(rate -> new NewTrial(
                        Map.of("learningRate", rate),
                        new NewTrainingJob("ignored", "notes", recipe(epochs, batchSize, rate), Promotion.ALWAYS)))
                .toList();
        return new NewSweep(
                name,
                Method.GRID,
                objective,
                List.of(new SweptField("learningRate", true)),
                42,
                trials,
                halving,
                promotion);
    }

    static Recipe recipe(int epochs, int batchSize, double rate) {
        Recipe article = Recipe.article(TinyEngine.NAME, 550);
        Optimiser decaying = new Optimiser(new Optimiser.Momentum(0, false), rate == DIVERGING ? 1 : 0);
        return new Recipe(
                article.architecture(),
                article.engine(),
                epochs,
                batchSize,
                rate,
                decaying,
                article.learningRateSchedule(),
                article.seed(),
                article.trainingImages(),
                null);
    }

    /** Learning rates from poor to good. */
    static double[] rates(int count) {
        return IntStream.rangeClosed(1, count).mapToDouble(i -> 0.005 * i).toArray();
    }
}

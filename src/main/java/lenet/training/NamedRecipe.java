package lenet.training;

import java.util.List;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Optimiser;

/**
 * A recipe that has proved its worth.
 *
 * @param name by which it is asked for
 * @param description what it is good for, in a sentence
 */
public record NamedRecipe(String name, String title, String description, Recipe recipe) {

    /**
     * All of them, the default first.
     *
     * @param engine name of the engine that trains
     * @param trainingImages number of training pictures used
     */
    public static List<NamedRecipe> all(String engine, int trainingImages) {
        return List.of(
                new NamedRecipe(
                        "article",
                        "The article's",
                        "Plain SGD at a constant rate for 20 epochs, as in the article.",
                        Recipe.article(engine, trainingImages)),
                new NamedRecipe(
                        "fast",
                        "Fast",
                        "Nesterov momentum and a rate that falls to 0: in 4 epochs as accurate as the article in 20.",
                        recipe(
                                4,
                                32,
                                0.04,
                                new Optimiser(new Optimiser.Momentum(0.9, true), 0),
                                engine,
                                trainingImages)),
                new NamedRecipe(
                        "accurate",
                        "Accurate",
                        "Adam with weight decay and a rate that falls to 0 for 40 epochs.",
                        recipe(40, 64, 0.002, new Optimiser(Optimiser.Adam.DEFAULT, 0.05), engine, trainingImages)));
    }

    private static Recipe recipe(
            int epochs, int batchSize, double learningRate, Optimiser optimiser, String engine, int trainingImages) {
        return new Recipe(
                ArchitectureCatalogue.LENET5.name(),
                engine,
                epochs,
                batchSize,
                learningRate,
                optimiser,
                LearningRateSchedule.COSINE,
                42,
                trainingImages,
                null);
    }
}

package lenet.training;

import java.util.List;
import java.util.Optional;
import lenet.dataset.Augmentation;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Optimiser;

/**
 * A recipe that has proved its worth.
 *
 * @param name by which it is asked for
 * @param description what it is good for, in a sentence
 */
public record NamedRecipe(String name, String title, String description, Maker maker) {

    /** The article's; the default. */
    public static final NamedRecipe ARTICLE = new NamedRecipe(
            "article",
            "The article's",
            "Plain SGD at a constant rate for 20 epochs, as in the article.",
            Recipe::article);

    /** The paper's, with its own network, loss, optimiser and rates. */
    public static final NamedRecipe PAPER_1998 = new NamedRecipe(
            "paper-1998",
            "The paper's",
            "LeNet-5 of 1998 with its radial basis output, loss and optimiser: the MAP criterion and diagonal"
                    + " Levenberg–Marquardt for 20 epochs, in batches and with a rate that falls evenly.",
            (engine, trainingImages) -> new Recipe(
                    ArchitectureCatalogue.LENET5_1998.name(),
                    OptimiserName.ENGINE_WITH_CURVATURE,
                    20,
                    16,
                    0.0003,
                    new Optimiser(Optimiser.LevenbergMarquardt.DEFAULT, 0),
                    LearningRateSchedule.COSINE,
                    1,
                    LossName.MAP,
                    5,
                    InputScaling.PAPER,
                    Augmentation.NONE,
                    42,
                    trainingImages,
                    null));

    /** As accurate as the article's in a few seconds. */
    public static final NamedRecipe FAST = new NamedRecipe(
            "fast",
            "Fast",
            "Nesterov momentum, slight distortions and a rate that falls to 0: past 99 % within three epochs.",
            (engine, trainingImages) -> new Recipe(
                    ArchitectureCatalogue.LENET5.name(),
                    engine,
                    3,
                    32,
                    0.04,
                    new Optimiser(new Optimiser.Momentum(0.9, true), 0, Double.POSITIVE_INFINITY, 0.99),
                    LearningRateSchedule.COSINE,
                    0.2,
                    LossName.CROSS_ENTROPY,
                    LossName.USUAL_RUBBISH,
                    InputScaling.STANDARDISED,
                    new Augmentation(6, 0.6, 0.06, 0, 0.08, 0.5, 5, 0),
                    42,
                    trainingImages,
                    null));

    /** As far as the article's network goes. */
    public static final NamedRecipe ACCURATE = new NamedRecipe(
            "accurate",
            "Accurate",
            "Adam, distortions, weight decay and averaged weights for 80 epochs: as far as this network goes.",
            (engine, trainingImages) -> new Recipe(
                    ArchitectureCatalogue.LENET5.name(),
                    engine,
                    80,
                    64,
                    0.002,
                    new Optimiser(Optimiser.Adam.DEFAULT, 0.05, Double.POSITIVE_INFINITY, 0.999),
                    LearningRateSchedule.COSINE,
                    1,
                    LossName.CROSS_ENTROPY,
                    LossName.USUAL_RUBBISH,
                    InputScaling.STANDARDISED,
                    new Augmentation(7, 0.8, 0.07, 0, 0.1, 0.7, 5, 0),
                    42,
                    trainingImages,
                    null));

    /** All of them, the default first. */
    public static final List<NamedRecipe> ALL = List.of(ARTICLE, PAPER_1998, FAST, ACCURATE);

    /** Their names. */
    public static final List<String> NAMES = ALL.stream().map(NamedRecipe::name).toList();

    /** Makes a recipe for an engine and a number of training pictures. */
    @FunctionalInterface
    public interface Maker {
        /** The recipe, with {@code engine} training on the first {@code trainingImages} pictures. */
        Recipe recipe(String engine, int trainingImages);
    }

    /** The recipe of that name, in any case. */
    public static Optional<NamedRecipe> find(String name) {
        return ALL.stream()
                .filter(recipe -> recipe.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The recipe, with {@code engine} training on the first {@code trainingImages} pictures. */
    public Recipe recipe(String engine, int trainingImages) {
        return maker.recipe(engine, trainingImages);
    }
}

package lenet.training;

import lenet.dataset.Augmenter;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.PictureReader;
import lenet.dataset.Split;
import lenet.network.SoftTargets;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe trains on.
 *
 * @param images at least as many as the recipe's training images
 * @param pass how they are gone through
 */
record TrainingPictures(LabelledImages images, Passes pass) implements AutoCloseable {

    /**
     * One pass over the pictures.
     *
     * @param reader distorts them
     * @param targets what a teacher makes of them so distorted, where there is one
     */
    record Pass(PictureReader reader, @Nullable SoftTargets targets) {}

    /** How the pictures are gone through, epoch by epoch. */
    @FunctionalInterface
    interface Passes extends AutoCloseable {
        /**
         * The pass of an epoch, 0 for the first.
         *
         * @param betweenChunks called now and then where that takes long; it may throw to stop
         */
        Pass of(int epoch, Runnable betweenChunks);

        /** Frees a teacher. */
        @Override
        default void close() {}
    }

    @Override
    public void close() {
        pass.close();
    }

    /** The training split, distorted as the recipe says. */
    static TrainingPictures of(Dataset dataset, Recipe recipe) {
        Augmenter augmenter = new Augmenter(recipe.augmentation(), recipe.seed());
        return new TrainingPictures(
                dataset.split(Split.TRAIN), (epoch, betweenChunks) -> new Pass(augmenter.epoch(epoch), null));
    }

    /** Pictures as they are. */
    static TrainingPictures plain(LabelledImages images) {
        return new TrainingPictures(images, (epoch, betweenChunks) -> new Pass(PictureReader.PLAIN, null));
    }
}

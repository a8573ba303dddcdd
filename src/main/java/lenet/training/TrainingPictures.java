package lenet.training;

import lenet.dataset.Augmenter;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.PictureReader;
import lenet.dataset.Split;

/**
 * What a recipe trains on.
 *
 * @param images at least as many as the recipe's training images
 * @param distorted how pictures are distorted, by epoch
 */
record TrainingPictures(LabelledImages images, Distorted distorted) {

    /** How the pictures of an epoch are read, 0 for the first. */
    @FunctionalInterface
    interface Distorted {
        PictureReader in(int epoch);
    }

    /** The training split, distorted as the recipe says. */
    static TrainingPictures of(Dataset dataset, Recipe recipe) {
        Augmenter augmenter = new Augmenter(recipe.augmentation(), recipe.seed());
        return new TrainingPictures(dataset.split(Split.TRAIN), augmenter::epoch);
    }
}

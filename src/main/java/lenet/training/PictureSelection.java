package lenet.training;

import java.util.ArrayList;
import java.util.List;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.model.ModelReference;
import lenet.model.ModelRegistry;
import lenet.network.Classifier;
import org.springframework.stereotype.Component;

/** What a job trains on: the training split, its hard pictures, or its pictures with what a teacher makes of them. */
@Component
class PictureSelection {

    private final Dataset dataset;
    private final ModelRegistry registry;

    PictureSelection(Dataset dataset, ModelRegistry registry) {
        this.dataset = dataset;
        this.registry = registry;
    }

    /**
     * The recipe's pictures; the caller closes them when training is over.
     *
     * @param betweenChunks called now and then where that takes long; it may throw to stop
     * @throws lenet.model.ModelNotFoundException if a model that chooses or teaches is there no longer
     * @throws NothingHardException if the models that choose make no mistake
     */
    TrainingPictures pictures(Recipe recipe, Runnable betweenChunks) {
        LabelledImages split = dataset.split(Split.TRAIN);
        Distillation distillation = recipe.distillation();
        if (distillation != null) {
            return new TrainingPictures(
                    split, new Lessons(split, recipe, distillation, loaded(distillation.teacher())));
        }
        return recipe.hardFor().isEmpty()
                ? TrainingPictures.of(dataset, recipe)
                : TrainingPictures.plain(hard(split, recipe, betweenChunks));
    }

    private LabelledImages hard(LabelledImages split, Recipe recipe, Runnable betweenChunks) {
        List<Classifier> models = new ArrayList<>();
        try {
            for (long version : recipe.hardFor()) {
                models.add(loaded(version));
            }
            return new HardPictures(split, recipe, models).choose(betweenChunks);
        } finally {
            models.forEach(Classifier::close);
        }
    }

    private Classifier loaded(long version) {
        return registry.load(registry.get(new ModelReference(version, null)));
    }
}

package lenet.training;

import java.util.stream.IntStream;
import lenet.dataset.Augmenter;
import lenet.dataset.LabelledImages;
import lenet.dataset.PictureReader;
import lenet.network.Classifier;
import lenet.network.SoftTargets;
import lenet.network.Softmax;
import org.jspecify.annotations.Nullable;

/**
 * A teacher's probabilities for the training pictures, distorted in {@value #PASSES} ways that take turns: to ask an
 * ensemble again in every epoch would cost more than the training itself. A pass is asked for in its first epoch and kept.
 * All of it is a pure function of recipe and teacher. Not for concurrent use.
 */
final class Lessons implements TrainingPictures.Passes {

    /** Ways of distorting a picture, each with the teacher's answer; 40 bytes a picture and pass. */
    static final int PASSES = 20;

    private static final int CLASSES = 10;
    private static final int CHUNK = 250;

    /** Few enough that a job stops at once, enough for all cores. */
    private static final int CHUNKS_AT_ONCE = 16;

    private final LabelledImages pictures;
    private final Recipe recipe;
    private final double share;
    private final Classifier teacher;
    private final Augmenter augmenter;
    private final @Nullable SoftTargets[] known;

    /** @param teacher closed with this */
    Lessons(LabelledImages pictures, Recipe recipe, Distillation distillation, Classifier teacher) {
        this.pictures = pictures;
        this.recipe = recipe;
        this.share = distillation.share();
        this.teacher = teacher;
        this.augmenter = new Augmenter(recipe.augmentation(), recipe.seed());
        this.known = new SoftTargets[recipe.augmentation().isNone() ? 1 : PASSES];
    }

    @Override
    public TrainingPictures.Pass of(int epoch, Runnable betweenChunks) {
        int pass = epoch % known.length;
        PictureReader reader = augmenter.epoch(pass);
        SoftTargets targets = known[pass];
        if (targets == null) {
            targets = asked(reader, betweenChunks);
            known[pass] = targets;
        }
        return new TrainingPictures.Pass(reader, targets);
    }

    @Override
    public void close() {
        teacher.close();
    }

    private SoftTargets asked(PictureReader reader, Runnable betweenChunks) {
        int count = recipe.trainingImages();
        float[] probabilities = new float[count * CLASSES];
        int chunks = (count + CHUNK - 1) / CHUNK;
        for (int first = 0; first < chunks; first += CHUNKS_AT_ONCE) {
            betweenChunks.run();
            IntStream.range(first, Math.min(first + CHUNKS_AT_ONCE, chunks))
                    .parallel()
                    .forEach(chunk -> ask(reader, chunk * CHUNK, Math.min((chunk + 1) * CHUNK, count), probabilities));
        }
        return new SoftTargets(probabilities, CLASSES, share);
    }

    private void ask(PictureReader reader, int from, int to, float[] probabilities) {
        float[] logits = teacher.logits(reader.copy(pictures.images(), from, to), 0, to - from);
        for (int i = 0; i < logits.length; i += CLASSES) {
            double[] ofPicture = Softmax.probabilities(logits, i, CLASSES);
            for (int c = 0; c < CLASSES; c++) {
                probabilities[from * CLASSES + i + c] = (float) ofPicture[c];
            }
        }
    }
}

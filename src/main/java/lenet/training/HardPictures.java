package lenet.training;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import lenet.dataset.Augmenter;
import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import lenet.dataset.PictureReader;
import lenet.network.Classifier;
import lenet.network.Softmax;

/**
 * The filtered streams of boosting (Drucker, Schapire and Simard, 1993; the paper's section III-B.7). One model chooses
 * pictures of which it gets one half right and the other wrong; two models choose pictures that they take for different
 * digits. As in the paper, distorted pictures are looked through, of which there are as many as one wants.
 *
 * <p>What is chosen is a pure function of the pictures, the distortions, the seed and the models. The pictures are chosen
 * once, before the first epoch, and not distorted again.
 */
final class HardPictures {

    /** A third model decides what the first two disagree about. */
    static final int MOST_MODELS = 2;

    /** How often the training pictures are looked through, each time distorted in another way. */
    private static final int MOST_PASSES = 20;

    /** Distortions that no epoch of training has. */
    private static final int FIRST_PASS = 1_000_000;

    private static final int CHUNK = 500;

    private final LabelledImages pictures;
    private final int wanted;
    private final Augmenter augmenter;
    private final boolean isDistorted;
    private final List<Classifier> models;
    private final Pile hard = new Pile();
    private final Pile easy = new Pile();

    /**
     * @param recipe has the number of pictures, the distortions and the seed
     * @param models one or two
     */
    HardPictures(LabelledImages pictures, Recipe recipe, List<Classifier> models) {
        this.pictures = pictures;
        this.wanted = recipe.trainingImages();
        this.augmenter = new Augmenter(recipe.augmentation(), recipe.seed());
        this.isDistorted = !recipe.augmentation().isNone();
        this.models = models;
    }

    /** Pictures and their classes, as they are found. */
    private static final class Pile {

        private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        private final ByteArrayOutputStream labels = new ByteArrayOutputStream();

        private void add(Images images, int index, int label) {
            pixels.write(images.pixels(), images.offset(index), images.side() * images.side());
            labels.write(label);
        }

        private int count() {
            return labels.size();
        }
    }

    /**
     * As many pictures as the recipe wants. Where there are too few hard ones, each is there several times.
     *
     * @param betweenChunks called every few hundred pictures; it may throw to stop
     * @throws NothingHardException if the models make no mistake
     */
    LabelledImages choose(Runnable betweenChunks) {
        int hardOnes = models.size() == 1 ? wanted / 2 : wanted;
        int passes = isDistorted ? MOST_PASSES : 1;
        for (int pass = 0; pass < passes && hard.count() < hardOnes; pass++) {
            for (int from = 0; from < wanted && hard.count() < hardOnes; from += CHUNK) {
                betweenChunks.run();
                look(from, Math.min(from + CHUNK, wanted), augmenter.epoch(FIRST_PASS + pass));
            }
        }
        if (hard.count() == 0) {
            throw new NothingHardException(models.size());
        }
        int side = pictures.images().side();
        byte[] pixels = new byte[wanted * side * side];
        byte[] labels = new byte[wanted];
        fill(hard, 0, hardOnes, pixels, labels);
        if (hardOnes < wanted) {
            fill(easy.count() == 0 ? hard : easy, hardOnes, wanted, pixels, labels);
        }
        return new LabelledImages(new Images(wanted, side, pixels), labels);
    }

    private void look(int from, int to, PictureReader reader) {
        Images images = reader.copy(pictures.images(), from, to);
        List<float[]> logits = new ArrayList<>();
        models.forEach(model -> logits.add(model.logits(images, 0, images.count())));
        for (int i = 0; i < images.count(); i++) {
            int label = pictures.label(from + i);
            if (isHard(logits, i, label)) {
                hard.add(images, i, label);
            } else if (easy.count() < wanted) {
                easy.add(images, i, label);
            }
        }
    }

    private static boolean isHard(List<float[]> logits, int picture, int label) {
        int first = digit(logits.get(0), picture);
        return first != (logits.size() == 1 ? label : digit(logits.get(1), picture));
    }

    private static int digit(float[] logits, int picture) {
        int classes = 10;
        return Softmax.largest(logits, picture * classes, classes);
    }

    private static void fill(Pile pile, int from, int to, byte[] pixels, byte[] labels) {
        byte[] found = pile.pixels.toByteArray();
        byte[] foundLabels = pile.labels.toByteArray();
        int area = found.length / foundLabels.length;
        for (int i = from; i < to; i++) {
            int source = (i - from) % foundLabels.length;
            System.arraycopy(found, source * area, pixels, i * area, area);
            labels[i] = foundLabels[source];
        }
    }
}

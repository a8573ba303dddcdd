package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lenet.dataset.Augmentation;
import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import lenet.network.Classifier;
import org.junit.jupiter.api.Test;

class HardPicturesTest {

    private static final int SIDE = 28;
    private static final int COUNT = 1000;

    /** The brightness of the middle tells each picture apart, whatever happens to its edges. */
    private static final LabelledImages PICTURES = pictures();

    private static LabelledImages pictures() {
        byte[] pixels = new byte[COUNT * SIDE * SIDE];
        byte[] labels = new byte[COUNT];
        for (int i = 0; i < COUNT; i++) {
            Arrays.fill(pixels, i * SIDE * SIDE, (i + 1) * SIDE * SIDE, (byte) (i % 250));
            labels[i] = (byte) (i % 250 % 10);
        }
        return new LabelledImages(new Images(COUNT, SIDE, pixels), labels);
    }

    @Test
    void oneModelIsWrongAboutHalfOfWhatItChooses() {
        Classifier model = wrongAbout(0, 5);

        LabelledImages chosen = choose(Augmentation.NONE, model);

        assertThat(chosen.count()).isEqualTo(COUNT);
        assertThat(mistakes(model, chosen)).isEqualTo(COUNT / 2);
    }

    @Test
    void twoModelsDisagreeAboutEverythingTheyChoose() {
        Classifier first = wrongAbout(0, 5);
        Classifier second = wrongAbout(3, 8);

        LabelledImages chosen = choose(Augmentation.NONE, first, second);

        assertThat(digits(chosen)).containsOnly(0, 1, 2, 5, 6, 7);
    }

    @Test
    void everyChosenPictureKeepsItsClass() {
        LabelledImages chosen = choose(Augmentation.NONE, wrongAbout(0, 5));

        for (int i = 0; i < chosen.count(); i++) {
            assertThat(chosen.label(i)).isEqualTo(middle(chosen.images(), i) % 10);
        }
    }

    @Test
    void distortedPicturesAreLookedThroughUntilThereAreEnough() {
        Augmentation distortions = new Augmentation(5, 1, 0, 0, 0, 0, 5, 0);

        LabelledImages chosen = choose(distortions, wrongAbout(0, 1));

        // A tenth of the pictures are wrong, so that one pass does not give the half that is wanted.
        assertThat(mistakes(wrongAbout(0, 1), chosen)).isEqualTo(COUNT / 2);
        assertThat(IntStream.range(0, COUNT / 2)
                        .mapToObj(i -> Arrays.hashCode(
                                Arrays.copyOfRange(chosen.images().pixels(), i * SIDE * SIDE, (i + 1) * SIDE * SIDE)))
                        .distinct()
                        .count())
                .isGreaterThan(300);
    }

    @Test
    void theSameSeedChoosesTheSamePictures() {
        Augmentation distortions = new Augmentation(5, 1, 0, 0, 0, 0, 5, 0);

        assertThat(choose(distortions, wrongAbout(2, 4)).images().pixels())
                .isEqualTo(choose(distortions, wrongAbout(2, 4)).images().pixels());
    }

    @Test
    void modelsWithoutAMistakeChooseNothing() {
        assertThatThrownBy(() -> choose(Augmentation.NONE, wrongAbout(0, 0)))
                .isInstanceOf(NothingHardException.class)
                .hasMessageContaining("makes no mistake");
        assertThatThrownBy(() -> choose(Augmentation.NONE, wrongAbout(0, 5), wrongAbout(0, 5)))
                .isInstanceOf(NothingHardException.class)
                .hasMessageContaining("agree about every");
    }

    @Test
    void choosingCanBeStopped() {
        RuntimeException stop = new RuntimeException("stop");

        assertThatThrownBy(() -> new HardPictures(PICTURES, recipe(Augmentation.NONE), List.of(wrongAbout(0, 5)))
                        .choose(() -> {
                            throw stop;
                        }))
                .isSameAs(stop);
    }

    private static LabelledImages choose(Augmentation augmentation, Classifier... models) {
        return new HardPictures(PICTURES, recipe(augmentation), List.of(models)).choose(() -> {});
    }

    private static Recipe recipe(Augmentation augmentation) {
        return Recipes.distorted(Recipe.article("tiny", COUNT), augmentation);
    }

    /** Knows every digit but those from {@code from} (inclusive) to {@code to} (exclusive), which it takes for the next one. */
    private static Classifier wrongAbout(int from, int to) {
        return new Classifier() {

            @Override
            public float[] logits(Images images, int first, int last) {
                float[] logits = new float[(last - first) * 10];
                for (int i = first; i < last; i++) {
                    int digit = middle(images, i) % 10;
                    boolean wrong = digit >= from && digit < to;
                    logits[(i - first) * 10 + (wrong ? (digit + 1) % 10 : digit)] = 1;
                }
                return logits;
            }

            @Override
            public void close() {}
        };
    }

    private static int middle(Images images, int index) {
        return images.pixels()[images.offset(index) + SIDE / 2 * SIDE + SIDE / 2] & 255;
    }

    private static long mistakes(Classifier model, LabelledImages chosen) {
        float[] logits = model.logits(chosen.images(), 0, chosen.count());
        return IntStream.range(0, chosen.count())
                .filter(i -> logits[i * 10 + chosen.label(i)] == 0)
                .count();
    }

    private static List<Integer> digits(LabelledImages chosen) {
        return IntStream.range(0, chosen.count())
                .mapToObj(chosen::label)
                .distinct()
                .toList();
    }
}

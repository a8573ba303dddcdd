package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import lenet.dataset.Augmentation;
import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import lenet.network.Classifier;
import lenet.network.SoftTargets;
import lenet.testing.Digits;
import org.junit.jupiter.api.Test;

class LessonsTest {

    private static final int COUNT = 601;
    private static final LabelledImages PICTURES = Digits.random(COUNT, 28, 10, 5);
    private static final Augmentation DISTORTED = new Augmentation(9, 1, 0, 0, 0, 0, 5, 0);

    private final ByBrightness teacher = new ByBrightness();

    /** Is surer of a 3 the brighter a picture is. */
    private static final class ByBrightness implements Classifier {

        private final AtomicInteger asked = new AtomicInteger();
        private boolean closed;

        @Override
        public float[] logits(Images images, int from, int to) {
            asked.addAndGet(to - from);
            float[] logits = new float[(to - from) * 10];
            for (int i = from; i < to; i++) {
                logits[(i - from) * 10 + 3] = logit(images.copy(i));
            }
            return logits;
        }

        private static float logit(byte[] pixels) {
            int sum = 0;
            for (byte pixel : pixels) {
                sum += pixel & 255;
            }
            return sum / 30_000f;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aPicturesTargetIsWhatTheTeacherMakesOfItAsItIsDistorted() {
        TrainingPictures.Pass pass = lessons(DISTORTED).of(3, () -> {});

        float[] probabilities = targets(pass).probabilities();
        for (int picture : new int[] {0, 250, COUNT - 1}) {
            double weight = Math.exp(ByBrightness.logit(distorted(pass, picture)));
            assertThat((double) probabilities[picture * 10 + 3]).isCloseTo(weight / (weight + 9), within(1e-6));
            assertThat((double) probabilities[picture * 10]).isCloseTo(1 / (weight + 9), within(1e-6));
        }
    }

    @Test
    void distortionsTakeTurns() {
        Lessons lessons = lessons(DISTORTED);

        TrainingPictures.Pass first = lessons.of(0, () -> {});
        TrainingPictures.Pass second = lessons.of(1, () -> {});
        TrainingPictures.Pass again = lessons.of(Lessons.PASSES, () -> {});

        assertThat(distorted(second, 7)).isNotEqualTo(distorted(first, 7));
        assertThat(distorted(again, 7)).isEqualTo(distorted(first, 7));
    }

    @Test
    void theTeacherIsAskedOnceAPass() {
        Lessons lessons = lessons(DISTORTED);
        lessons.of(0, () -> {});
        lessons.of(Lessons.PASSES, () -> {});

        assertThat(teacher.asked).hasValue(COUNT);
    }

    @Test
    void picturesThatAreNotDistortedAreAskedAboutOnceForAll() {
        Lessons lessons = lessons(Augmentation.NONE);
        lessons.of(0, () -> {});
        lessons.of(1, () -> {});

        assertThat(teacher.asked).hasValue(COUNT);
    }

    @Test
    void aTrainingThatContinuesGetsTheSameTargets() {
        float[] whole = targets(lessons(DISTORTED).of(4, () -> {})).probabilities();

        assertThat(targets(lessons(DISTORTED).of(4 + Lessons.PASSES, () -> {})).probabilities())
                .isEqualTo(whole);
    }

    @Test
    void whoeverStopsTheTrainingStopsTheAskingToo() {
        Lessons lessons = lessons(DISTORTED);

        assertThatThrownBy(() -> lessons.of(0, () -> {
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(teacher.asked).hasValue(0);
    }

    @Test
    void theTeacherIsClosedWithTheLessons() {
        lessons(DISTORTED).close();

        assertThat(teacher.closed).isTrue();
    }

    private Lessons lessons(Augmentation augmentation) {
        Recipe recipe = Recipes.distorted(Recipe.article("tiny", COUNT), augmentation);
        return new Lessons(PICTURES, recipe, new Distillation(1, 0.9), teacher);
    }

    private static SoftTargets targets(TrainingPictures.Pass pass) {
        return Objects.requireNonNull(pass.targets());
    }

    private static byte[] distorted(TrainingPictures.Pass pass, int picture) {
        return pass.reader().copy(PICTURES.images(), picture, picture + 1).pixels();
    }
}

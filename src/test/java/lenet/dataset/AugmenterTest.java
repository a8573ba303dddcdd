package lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmenterTest {

    private static final Images DIGITS = Dataset.bundled().split(Split.TEST).images();
    private static final Augmentation ALL = new Augmentation(10, 1, 0.1, 0.1, 0.1, 1, 5, 0);

    @Test
    void aBlankPictureStaysBlank() {
        byte[] to = new byte[28 * 28];
        Images blank = Images.single(28, new byte[28 * 28]);

        for (int epoch = 0; epoch < 100; epoch++) {
            new Augmenter(new Augmentation(10, 3, 0.2, 0.1, 0.2, 2, 5, 0), 1)
                    .epoch(epoch)
                    .read(blank, 0, to, 0);
        }

        assertThat(to).containsOnly(0);
    }

    @Test
    void aPictureWithInkUpToItsEdgesIsDistorted() {
        byte[] full = new byte[28 * 28];
        Arrays.fill(full, (byte) 200);
        byte[] to = new byte[28 * 28];

        for (int epoch = 0; epoch < 100; epoch++) {
            new Augmenter(new Augmentation(10, 3, 0.2, 0.1, 0.2, 2, 5, 0), 1)
                    .epoch(epoch)
                    .read(Images.single(28, full), 0, to, 0);
        }

        assertThat(to[14 * 28 + 14]).isEqualTo((byte) 200);
    }

    @Test
    void isAPureFunctionOfSeedEpochAndIndex() {
        byte[] once = read(new Augmenter(ALL, 7), 3, 11);

        assertThat(read(new Augmenter(ALL, 7), 3, 11)).isEqualTo(once);
        assertThat(read(new Augmenter(ALL, 8), 3, 11)).isNotEqualTo(once);
        assertThat(read(new Augmenter(ALL, 7), 4, 11)).isNotEqualTo(once);
        assertThat(once).isNotEqualTo(DIGITS.copy(11));
    }

    /** A change here changes every model that was trained with distortions: its recipe no longer gives its weights. */
    @ParameterizedTest(name = "strokes up to {0} pixels wider or narrower on each side")
    @CsvSource({"0, -1531387754", "1, -1903123134"})
    void givesTheSameBytesOnEveryMachine(double strokeWidth, int expected) {
        byte[] hundred = new byte[100 * 784];
        PictureReader reader = new Augmenter(new Augmentation(10, 1, 0.1, 0.1, 0.1, 1, 5, strokeWidth), 42).epoch(0);
        for (int i = 0; i < 100; i++) {
            reader.read(DIGITS, i, hundred, i * 784);
        }

        assertThat(Arrays.hashCode(hundred)).isEqualTo(expected);
    }

    @Test
    void strokeWidthIsDrawnAfterAllElseSoThatTheRestStaysAsItIs() {
        Augmentation thicker = new Augmentation(10, 1, 0.1, 0.1, 0.1, 1, 5, 1);
        int same = 0;
        for (int i = 0; i < 100; i++) {
            byte[] plain = read(new Augmenter(ALL, 7), 0, i);
            byte[] changed = read(new Augmenter(thicker, 7), 0, i);
            // No pixel has more ink than itself or a neighbour had without.
            for (int p = 29; p < 784 - 29; p++) {
                int most = Math.max(
                        plain[p] & 255,
                        Math.max(
                                Math.max(plain[p - 1] & 255, plain[p + 1] & 255),
                                Math.max(plain[p - 28] & 255, plain[p + 28] & 255)));
                assertThat(changed[p] & 255).isLessThanOrEqualTo(most);
            }
            same += Arrays.equals(plain, changed) ? 1 : 0;
        }

        assertThat(same).isLessThan(3);
    }

    @Test
    void withoutAmountsPicturesStayAsTheyAre() {
        assertThat(new Augmenter(Augmentation.NONE, 7).epoch(0)).isSameAs(PictureReader.PLAIN);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "rotation, 30, 0, 0, 0, 0, 0, 0",
        "translation, 0, 3, 0, 0, 0, 0, 0",
        "scaling, 0, 0, 0.3, 0, 0, 0, 0",
        "squeezing, 0, 0, 0, 0.3, 0, 0, 0",
        "shearing, 0, 0, 0, 0, 0.4, 0, 0",
        "elastic, 0, 0, 0, 0, 0, 2, 0",
        "strokeWidth, 0, 0, 0, 0, 0, 0, 0.3"
    })
    void everyKindChangesPicturesAndKeepsTheirInk(
            String kind,
            double rotation,
            double translation,
            double scaling,
            double squeezing,
            double shearing,
            double elastic,
            double strokeWidth) {
        Augmentation augmentation =
                new Augmentation(rotation, translation, scaling, squeezing, shearing, elastic, 5, strokeWidth);
        Augmenter augmenter = new Augmenter(augmentation, 1);
        double before = 0;
        double after = 0;
        int changed = 0;
        for (int i = 0; i < 200; i++) {
            byte[] distorted = read(augmenter, 0, i);
            changed += Arrays.equals(distorted, DIGITS.copy(i)) ? 0 : 1;
            before += ink(DIGITS.copy(i));
            after += ink(distorted);
        }

        assertThat(changed).as(kind).isGreaterThan(190);
        assertThat(after / before).as(kind).isBetween(0.95, 1.05);
    }

    @Test
    void movesOverTheWholeRangeOfATranslation() {
        byte[] dot = new byte[28 * 28];
        dot[14 * 28 + 14] = (byte) 255;
        PictureReader reader = new Augmenter(new Augmentation(0, 3, 0, 0, 0, 0, 5, 0), 5).epoch(0);
        Images dots = new Images(2000, 28, new byte[2000 * 784]);
        for (int i = 0; i < 2000; i++) {
            System.arraycopy(dot, 0, dots.pixels(), i * 784, 784);
        }
        double smallest = 28;
        double largest = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] moved = new byte[784];
            reader.read(dots, i, moved, 0);
            double column = IntStream.range(0, 784)
                            .mapToDouble(p -> (moved[p] & 255) * (p % 28.0))
                            .sum()
                    / ink(moved);
            smallest = Math.min(smallest, column);
            largest = Math.max(largest, column);
        }

        assertThat(smallest).isBetween(10.95, 11.1);
        assertThat(largest).isBetween(16.9, 17.05);
    }

    @Test
    void theFieldHasTheRootMeanSquareThatWasAskedFor() {
        SmoothNoise noise = SmoothNoise.of(3, 5, 1000);

        double squares = 0;
        double ways = 0;
        for (int i = 0; i < noise.values().length; i++) {
            squares += (double) noise.values()[i] * noise.values()[i];
            double way = noise.values()[i] - noise.values()[Math.max(0, i - 1)];
            ways += way * way;
        }
        assertThat(Math.sqrt(squares / noise.values().length)).isBetween(999.0, 1001.0);
        // Of a field smoothed by σ = 5 neighbours differ by about 1 / (σ√2) of it.
        assertThat(Math.sqrt(ways / squares)).isBetween(0.1, 0.2);
    }

    @Test
    void anAmountOutOfBoundsIsRefused() {
        assertThatThrownBy(() -> new Augmentation(-1, 0, 0, 0, 0, 0, 5, 0))
                .hasMessage("rotation lies between 0.0 and 180.0, found -1.0");
        assertThatThrownBy(() -> new Augmentation(0, 0, 0, 0, 0, Double.NaN, 5, 0))
                .hasMessage("elastic lies between 0.0 and 10.0, found NaN");
    }

    private static byte[] read(Augmenter augmenter, int epoch, int index) {
        byte[] picture = new byte[784];
        augmenter.epoch(epoch).read(DIGITS, index, picture, 0);
        return picture;
    }

    private static double ink(byte[] picture) {
        double sum = 0;
        for (byte pixel : picture) {
            sum += pixel & 255;
        }
        return sum;
    }
}

package lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lenet.testing.SmallMnist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorruptionTest {

    private static final long SEED = 7;
    private static final Images CLEAN = SmallMnist.load().split(Split.TEST).images();

    @Test
    void theIdentityChangesNothing() {
        assertThat(Corruption.IDENTITY.of(CLEAN, SEED).pixels()).isEqualTo(CLEAN.pixels());
    }

    @ParameterizedTest
    @EnumSource(mode = EXCLUDE, names = "IDENTITY")
    void everyOtherChangesEveryPicture(Corruption corruption) {
        Images corrupted = corruption.of(CLEAN, SEED);

        assertThat(IntStream.range(0, CLEAN.count()))
                .allSatisfy(index -> assertThat(corrupted.copy(index)).isNotEqualTo(CLEAN.copy(index)));
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSamePictures(Corruption corruption) {
        assertThat(corruption.of(CLEAN, SEED).pixels())
                .isEqualTo(corruption.of(CLEAN, SEED).pixels());
    }

    @ParameterizedTest
    @EnumSource
    void aPictureDoesNotDependOnThoseBesideIt(Corruption corruption) {
        Images half = new Images(100, CLEAN.side(), Arrays.copyOf(CLEAN.pixels(), CLEAN.offset(100)));

        assertThat(corruption.of(half, SEED).copy(99))
                .isEqualTo(corruption.of(CLEAN, SEED).copy(99));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"IDENTITY", "SCALE", "BRIGHTNESS", "EDGES"})
    void theSamePictureIsCorruptedInManyWays(Corruption corruption) {
        Images copies = copies(CLEAN.copy(0), 30);
        Images corrupted = corruption.of(copies, SEED);

        assertThat(IntStream.range(0, 30)
                        .mapToObj(index -> Arrays.toString(corrupted.copy(index)))
                        .distinct())
                .as("of 30 indices")
                .hasSizeGreaterThan(1);
        assertThat(corruption.of(copies, SEED + 1).pixels())
                .as("for another seed")
                .isNotEqualTo(corrupted.pixels());
    }

    @ParameterizedTest
    @EnumSource(names = {"BRIGHTNESS", "SPATTER", "DOTTED_LINE", "ZIGZAG"})
    void whatAddsInkTakesNoneAway(Corruption corruption) {
        byte[] before = CLEAN.pixels();
        byte[] after = corruption.of(CLEAN, SEED).pixels();

        assertThat(IntStream.range(0, before.length)
                        .filter(i -> Byte.toUnsignedInt(after[i]) < Byte.toUnsignedInt(before[i])))
                .isEmpty();
    }

    @Test
    void fullInkIsFivePhotonsAndMoreAreCutOff() {
        Images full = new Images(1, 28, filled(28 * 28, 255));

        byte[] noisy = Corruption.SHOT_NOISE.of(full, SEED).pixels();

        assertThat(share(new Images(1, 28, noisy), pixel -> pixel % 51 == 0)).isEqualTo(1);
        assertThat(share(new Images(1, 28, noisy), pixel -> pixel == 255))
                .as("five or more where five are expected")
                .isBetween(0.5, 0.62);
    }

    @ParameterizedTest
    @EnumSource(mode = EXCLUDE, names = "BRIGHTNESS")
    void thereIsAboutAsMuchInkAsBefore(Corruption corruption) {
        assertThat(meanInk(corruption.of(CLEAN, SEED)) / meanInk(CLEAN)).isBetween(0.3, 4.0);
    }

    @Test
    void shotNoiseKeepsTheInkOnAverage() {
        assertThat(meanInk(Corruption.SHOT_NOISE.of(CLEAN, SEED)) / meanInk(CLEAN))
                .as("less what is cut off above full ink")
                .isBetween(0.75, 1.0);
    }

    @Test
    void impulseNoiseChangesAboutTheShareItSays() {
        Images grey = new Images(1, 100, filled(100 * 100, 128));

        assertThat(share(Corruption.IMPULSE_NOISE.of(grey, SEED), pixel -> pixel == 0))
                .isBetween(0.06, 0.09);
        assertThat(share(Corruption.IMPULSE_NOISE.of(grey, SEED), pixel -> pixel == 255))
                .isBetween(0.06, 0.09);
    }

    @Test
    void brightnessIsCutOffAtFullInk() {
        Images grey = new Images(2, 1, new byte[] {0, (byte) 200});

        assertThat(Corruption.BRIGHTNESS.of(grey, SEED).pixels()).containsExactly((byte) 128, (byte) 255);
    }

    @Test
    void aTranslationMovesByThreePixels() {
        byte[] dot = new byte[28 * 28];
        dot[14 * 28 + 14] = (byte) 255;
        byte[] moved = Corruption.TRANSLATION.of(copies(dot, 1), SEED).pixels();

        int at = IntStream.range(0, moved.length)
                .filter(i -> moved[i] == -1)
                .findFirst()
                .orElseThrow();
        assertThat(Math.abs(at % 28 - 14)).isEqualTo(3);
        assertThat(Math.abs(at / 28 - 14)).isEqualTo(3);
    }

    @Test
    void aRotationKeepsTheMiddleWhereItIs() {
        byte[] dot = new byte[29 * 29];
        dot[14 * 29 + 14] = (byte) 255;

        assertThat(Corruption.ROTATION.of(new Images(1, 29, dot), SEED).pixels()[14 * 29 + 14])
                .isEqualTo((byte) 255);
    }

    @Test
    void theEdgesOfADotAreItsNeighbours() {
        byte[] dot = new byte[9];
        dot[4] = (byte) 255;
        byte on = (byte) 255;

        assertThat(Corruption.EDGES.of(new Images(1, 3, dot), SEED).pixels())
                .containsExactly(0, on, 0, on, 0, on, 0, on, 0);
    }

    @Test
    void thePicturesAreTheSameOnEveryMachine() {
        assertThat(Arrays.stream(Corruption.values())
                        .map(corruption -> Arrays.hashCode(
                                corruption.of(CLEAN, Corruption.SEED).pixels())))
                .containsExactly(
                        -1_343_024_714,
                        1_283_092_462,
                        1_991_912_645,
                        -2_071_338_541,
                        -1_453_035_372,
                        -2_054_327_709,
                        -1_552_783_489,
                        -1_277_688_981,
                        -819_303_627,
                        1_669_221_794,
                        -628_469_284,
                        259_837_003,
                        -1_137_152_121,
                        1_509_452_696,
                        65_014_454,
                        -1_659_519_437);
    }

    private static Images copies(byte[] picture, int count) {
        byte[] pixels = new byte[count * picture.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(picture, 0, pixels, i * picture.length, picture.length);
        }
        return new Images(count, 28, pixels);
    }

    private static byte[] filled(int length, int value) {
        byte[] pixels = new byte[length];
        Arrays.fill(pixels, (byte) value);
        return pixels;
    }

    private static double share(Images images, IntPredicate wanted) {
        byte[] pixels = images.pixels();
        return (double) IntStream.range(0, pixels.length)
                        .map(i -> Byte.toUnsignedInt(pixels[i]))
                        .filter(wanted)
                        .count()
                / pixels.length;
    }

    private static double meanInk(Images images) {
        byte[] pixels = images.pixels();
        return IntStream.range(0, pixels.length)
                        .map(i -> Byte.toUnsignedInt(pixels[i]))
                        .average()
                        .orElseThrow()
                / 255;
    }
}

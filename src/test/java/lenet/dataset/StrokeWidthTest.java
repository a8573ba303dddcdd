package lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StrokeWidthTest {

    private static final int SIDE = 7;

    /** Three rows of ink, from the left edge to the right. */
    private static final String STROKE = """
            .......
            .......
            #######
            #######
            #######
            .......
            .......
            """;

    @Test
    void theWholeWayIsAPixelOnEachSide() {
        assertThat(changed(STROKE, 256)).isEqualTo("""
                .......
                #######
                #######
                #######
                #######
                #######
                .......
                """);
    }

    @Test
    void theWholeWayBackTakesAPixelFromEachSide() {
        assertThat(changed(STROKE, -256)).isEqualTo("""
                .......
                .......
                .......
                .#####.
                .......
                .......
                .......
                """);
    }

    @Test
    void aPartOfTheWayIsThatPartOfTheInk() {
        byte[] picture = pixels(STROKE);

        new StrokeWidth(1).change(picture, 0, SIDE, 64);

        assertThat(picture[SIDE + 3] & 255).isEqualTo(64);
        assertThat(picture[2 * SIDE + 3] & 255).isEqualTo(255);
    }

    @Test
    void thickerAndThinnerAreDrawnEvenlyUpToTheLargestPart() {
        SplittableRandom random = new SplittableRandom(2);
        StrokeWidth strokes = new StrokeWidth(0.5);
        int least = 0;
        int most = 0;
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            int drawn = strokes.thickening(random);
            least = Math.min(least, drawn);
            most = Math.max(most, drawn);
            sum += drawn;
        }

        assertThat(least).isEqualTo(-128);
        assertThat(most).isEqualTo(128);
        assertThat(sum / 10_000).isBetween(-2.0, 2.0);
    }

    @Test
    void withoutAPartNothingIsDrawnThatOthersDrawAfter() {
        SplittableRandom random = new SplittableRandom(1);

        assertThat(new StrokeWidth(0).thickening(random)).isZero();
        assertThat(random.nextLong()).isEqualTo(new SplittableRandom(1).nextLong());
    }

    @Test
    void neighboursOfAPictureInAnArrayStayAsTheyAre() {
        byte[] three = new byte[3 * SIDE * SIDE];
        System.arraycopy(pixels(STROKE), 0, three, SIDE * SIDE, SIDE * SIDE);
        three[SIDE * SIDE - 1] = 99;

        new StrokeWidth(1).change(three, SIDE * SIDE, SIDE, 256);

        assertThat(three[SIDE * SIDE - 1]).isEqualTo((byte) 99);
        assertThat(three[SIDE * SIDE]).isZero();
        assertThat(three[2 * SIDE * SIDE]).isZero();
    }

    private static String changed(String picture, int thickening) {
        byte[] pixels = pixels(picture);
        new StrokeWidth(1).change(pixels, 0, SIDE, thickening);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pixels.length; i++) {
            text.append((pixels[i] & 255) == 255 ? '#' : pixels[i] == 0 ? '.' : '?');
            text.append((i + 1) % SIDE == 0 ? "\n" : "");
        }
        return text.toString();
    }

    private static byte[] pixels(String picture) {
        String ink = picture.replace("\n", "");
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = ink.charAt(i) == '#' ? (byte) 255 : 0;
        }
        return pixels;
    }
}

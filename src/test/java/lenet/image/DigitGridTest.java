package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitGridTest {

    private static final DigitTile TILE = new DigitTile(GrayImage.of(28, 28, new byte[28 * 28]), "4");

    @Test
    void anEmptyGridSaysSo() {
        GrayImage picture = decoded(new DigitGrid("Errors", List.of(), 5));

        assertThat(picture.height()).isLessThan(100);
        assertThat(picture.pixels()).as("text on white").contains(255 - 204).contains(255);
    }

    @Test
    void tilesFlowIntoRowsOfTheGivenNumberOfColumns() {
        GrayImage one = decoded(new DigitGrid("", List.of(TILE), 4));
        GrayImage six = decoded(new DigitGrid("", Collections.nCopies(6, TILE), 4));

        assertThat(six.width()).isEqualTo(32 + 4 * (one.width() - 32) + 3 * 10);
        assertThat(six.height()).isEqualTo(32 + 2 * (one.height() - 32) + 10);
    }

    @Test
    void aPixelIsMagnifiedThreeTimesAndInkIsDark() {
        byte[] ink = new byte[28 * 28];
        ink[0] = -1;

        GrayImage picture = decoded(new DigitGrid("", List.of(new DigitTile(GrayImage.of(28, 28, ink))), 1));

        assertThat(picture.at(18, 18)).isZero();
        assertThat(picture.at(20, 20)).isZero();
        assertThat(picture.at(21, 21)).isEqualTo(255);
    }

    @Test
    void aMarkColoursTheFrame() {
        DigitTile wrong = new DigitTile(TILE.picture(), List.of("4"), DigitTile.Mark.WRONG);

        assertThat(decoded(new DigitGrid("", List.of(wrong), 1)))
                .isNotEqualTo(decoded(new DigitGrid("", List.of(TILE), 1)));
    }

    @Test
    void aGridWithoutColumnsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DigitGrid("", List.of(), 0));
    }

    private static GrayImage decoded(DigitGrid grid) {
        return new ImageDecoder().decode(grid.toPng());
    }
}

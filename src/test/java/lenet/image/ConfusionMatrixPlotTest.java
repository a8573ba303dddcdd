package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConfusionMatrixPlotTest {

    @Test
    void itNamesItsAxesAndWritesTheCounts() {
        String text = SvgDocument.parsed(plot().toSvg()).getTextContent();

        assertThat(text).contains("LeNet-5", "true class", "predicted class", "987", "13");
    }

    @Test
    void itSumsUpTheErrors() {
        assertThat(SvgDocument.parsed(plot().toSvg()).getTextContent()).contains("13 of 9,883 wrong (0.13 %)");
    }

    @Test
    void theRowIsTheTrueClass() {
        GrayImage picture = new ImageDecoder().decode(plot().toPng());

        assertThat(picture.at(110 + 9 * 70 + 10, 110 + 4 * 70 + 10))
                .as("4 read as 9")
                .isLessThan(200);
        assertThat(picture.at(110 + 4 * 70 + 10, 110 + 9 * 70 + 10))
                .as("9 read as 4")
                .isEqualTo(255);
    }

    @Test
    void aSingleErrorIsVisibleBesideAThousandHits() {
        int[][] counts = hits(1000);
        counts[0][1] = 1;
        counts[2][3] = 40;

        GrayImage picture = new ImageDecoder().decode(new ConfusionMatrixPlot("", counts).toPng());

        assertThat(picture.at(110 + 70 + 10, 110 + 10)).isLessThan(245);
    }

    @Test
    void anEmptyMatrixSaysSo() {
        assertThat(new ConfusionMatrixPlot("", new int[10][10]).toSvg()).contains("nothing classified yet");
    }

    @Test
    void itsSvgHasASizeAndAViewBox() {
        assertThat(SvgDocument.parsed(plot().toSvg()).getAttribute("viewBox")).isEqualTo("0 0 860 900");
    }

    @Test
    void anythingButTenByTenIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfusionMatrixPlot("", new int[10][9]));
    }

    @Test
    void laterChangesToTheGivenCountsDoNotReachIt() {
        int[][] counts = hits(5);
        ConfusionMatrixPlot plot = new ConfusionMatrixPlot("", counts);

        Arrays.fill(counts[0], 7777);

        assertThat(plot.toSvg()).doesNotContain("7777");
    }

    private static ConfusionMatrixPlot plot() {
        int[][] counts = hits(987);
        counts[4][9] = 13;
        return new ConfusionMatrixPlot("LeNet-5", counts);
    }

    private static int[][] hits(int count) {
        int[][] counts = new int[10][10];
        for (int digit = 0; digit < 10; digit++) {
            counts[digit][digit] = count;
        }
        return counts;
    }
}

package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class NetworkPlotTest {

    private static final NetworkStage INPUT = new NetworkStage("INPUT", "", 0, 1, 32, 32);
    private static final NetworkStage C1 = new NetworkStage("C1", "5×5 convolutions", 5, 6, 28, 28);
    private static final NetworkStage OUTPUT = new NetworkStage("OUTPUT", "full connection", 0, 10, 1, 1);

    @Test
    void everyStageIsNamedWithItsShape() {
        assertThat(text(INPUT, C1, OUTPUT)).contains("INPUT", "1@32×32", "C1", "6@28×28", "OUTPUT", "10 units");
    }

    @Test
    void whatLiesBetweenTwoStagesIsNamed() {
        assertThat(text(INPUT, C1, OUTPUT)).contains("5×5", "convolutions", "full", "connection");
    }

    @Test
    void theTitleSummaryAndFooterAreWritten() {
        assertThat(text(INPUT)).contains("lenet5", "as in the article", "61,706 parameters");
    }

    @Test
    void everyMapIsAPlane() {
        assertThat(rectangles(INPUT, new NetworkStage("C1", "", 5, 6, 28, 28)) - rectangles(INPUT))
                .as("6 planes filled and outlined, and the squares of one connection")
                .isEqualTo(2 * 6 + 2);
    }

    @Test
    void mapsGetSmallerWithTheirSides() {
        PlaneStack wide = new PlaneStack(C1, 100, 100, 3);
        PlaneStack narrow = new PlaneStack(new NetworkStage("S2", "", 2, 6, 14, 14), 100, 100, 3);

        assertThat(wide.right() - wide.left() - (narrow.right() - narrow.left()))
                .isEqualTo(14 * 3.0);
    }

    @Test
    void aValueSeesASquareWithinTheMapBefore() {
        PlaneStack stack = new PlaneStack(INPUT, 100, 100, 3);

        assertThat(stack.seenBy(C1).getWidth()).isEqualTo(15);
        assertThat(stack.seenBy(OUTPUT).getWidth()).isEqualTo(96);
    }

    @Test
    void itsSvgHasASizeAndAViewBox() {
        assertThat(SvgDocument.parsed(plot(INPUT, C1).toSvg()).getAttribute("viewBox"))
                .isEqualTo("0 0 960 420");
    }

    @Test
    void aStageWithoutMapsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkStage("C1", "", 5, 0, 28, 28))
                .withMessageContaining("C1: 0 maps of 28×28");
    }

    private static String text(NetworkStage... stages) {
        return SvgDocument.parsed(plot(stages).toSvg()).getTextContent();
    }

    private static int rectangles(NetworkStage... stages) {
        Element svg = SvgDocument.parsed(plot(stages).toSvg());
        return svg.getElementsByTagName("rect").getLength();
    }

    private static NetworkPlot plot(NetworkStage... stages) {
        return new NetworkPlot("lenet5", "as in the article", "61,706 parameters", List.of(stages));
    }
}

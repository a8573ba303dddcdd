package lenet.web;

import java.util.List;
import java.util.Locale;
import lenet.dataset.Images;
import lenet.evaluation.Evaluation;
import lenet.image.DigitGrid;
import lenet.image.DigitTile;
import lenet.image.GrayImage;

/**
 * Test pictures, each above what it is and what the network took it for.
 *
 * @param total number of such pictures in all, of which {@code examples} are the first
 */
record EvaluationExamplesPicture(Images images, boolean correct, List<Evaluation.Example> examples, int total) {

    DigitGrid grid() {
        String title = "%d of %,d test pictures taken %s, the most confident first"
                .formatted(examples.size(), total, correct ? "for what they are" : "for another digit");
        return new DigitGrid(title, examples.stream().map(this::tile).toList(), examples.size() > 50 ? 10 : 5);
    }

    private DigitTile tile(Evaluation.Example example) {
        GrayImage picture = GrayImage.of(images.side(), images.side(), images.copy(example.index()));
        return new DigitTile(
                picture,
                List.of(
                        example.label() + " → " + example.predicted(),
                        String.format(Locale.ROOT, "%.1f %%", 100 * example.confidence())),
                example.correct() ? DigitTile.Mark.RIGHT : DigitTile.Mark.WRONG);
    }
}

package lenet.web;

import java.util.List;
import java.util.Locale;
import lenet.dataset.Images;
import lenet.evaluation.Comparison;
import lenet.evaluation.Comparison.Difference;
import lenet.image.DigitGrid;
import lenet.image.DigitTile;
import lenet.image.GrayImage;

/** The test pictures that two models take for different digits, blue where {@code a} is right, vermilion where {@code b} is. */
record ComparisonPicture(long a, long b, Comparison comparison, int limit) {

    DigitGrid grid() {
        List<Difference> all = comparison.differences();
        List<DigitTile> tiles = all.stream().limit(limit).map(this::tile).toList();
        String title = "%d of %,d digits that models %d and %d differ on; blue: %d is right, red: %d"
                .formatted(tiles.size(), all.size(), a, b, a, b);
        return new DigitGrid(title, tiles, tiles.size() > 50 ? 10 : 7);
    }

    private DigitTile tile(Difference found) {
        Images images = comparison.images().images();
        return new DigitTile(
                GrayImage.of(images.side(), images.side(), images.copy(found.index())),
                List.of(
                        "is " + found.label(),
                        says(a, found.first(), found.firstConfidence()),
                        says(b, found.second(), found.secondConfidence())),
                mark(found));
    }

    private static String says(long version, int digit, double confidence) {
        return String.format(Locale.ROOT, "%d says %d, %.0f %%", version, digit, 100 * confidence);
    }

    private static DigitTile.Mark mark(Difference found) {
        if (found.first() == found.label()) {
            return DigitTile.Mark.RIGHT;
        }
        return found.second() == found.label() ? DigitTile.Mark.WRONG : DigitTile.Mark.NONE;
    }
}

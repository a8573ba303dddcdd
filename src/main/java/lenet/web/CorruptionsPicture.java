package lenet.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lenet.dataset.Corruption;
import lenet.dataset.Images;
import lenet.image.DigitGrid;
import lenet.image.DigitTile;
import lenet.image.GrayImage;

/** The first pictures of the test split under every corruption. */
record CorruptionsPicture(Images test) {

    private static final int DIGITS = 5;

    DigitGrid grid() {
        int count = Math.min(DIGITS, test.count());
        Images clean = new Images(count, test.side(), Arrays.copyOf(test.pixels(), count * test.side() * test.side()));
        List<DigitTile> tiles = new ArrayList<>();
        for (Corruption corruption : Corruption.values()) {
            Images corrupted = corruption.of(clean, Corruption.SEED);
            for (int index = 0; index < count; index++) {
                GrayImage picture = GrayImage.of(test.side(), test.side(), corrupted.copy(index));
                tiles.add(new DigitTile(picture, corruption.title()));
            }
        }
        return new DigitGrid("The first test pictures under every corruption", tiles, 2 * count);
    }
}

package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import org.junit.jupiter.api.Test;

class SampleDrawTest {

    private static final LabelledImages FOUR =
            new LabelledImages(new Images(4, 1, new byte[4]), new byte[] {0, 1, 1, 0});

    @Test
    void fewerPicturesThanAskedForAreAllDrawn() {
        assertThat(new SampleDraw(50, 3, null).from(FOUR)).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void aDigitThatNobodyHasDrawsNothing() {
        assertThat(new SampleDraw(50, 3, 9).from(FOUR)).isEmpty();
    }

    @Test
    void aLargerDrawBeginsWithTheSmallerOne() {
        int[] all = new SampleDraw(4, 8, null).from(FOUR);

        assertThat(new SampleDraw(2, 8, null).from(FOUR)).containsExactly(all[0], all[1]);
    }
}

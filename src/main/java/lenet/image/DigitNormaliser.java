package lenet.image;

import java.util.Optional;
import lenet.image.ImageRejectedException.Reason;

/**
 * Brings a picture of one digit into MNIST's form: light ink on a zero background, fitted into 20×20 pixels and centred
 * by its centre of mass in 28×28. Stateless and thread-safe.
 */
public final class DigitNormaliser {

    private static final int WORKING_SIDE = 400;
    private static final int MAX_ZOOMS = 4;

    /**
     * The digit in MNIST's form. A picture that already has this form is returned unchanged; all of MNIST has.
     *
     * @throws ImageRejectedException with {@link Reason#NO_INK} if nothing stands out from the background
     */
    public GrayImage normalise(GrayImage picture) {
        return MnistForm.isMetBy(picture)
                ? picture
                : MnistFrame.around(strokes(picture).framed());
    }

    /** Looks at the whole picture coarsely first, then closer at where the ink is. */
    private static Strokes strokes(GrayImage whole) {
        GrayImage picture = whole;
        for (int zoom = 0; ; zoom++) {
            int factor = Plane.ceilDivide(Math.max(picture.width(), picture.height()), WORKING_SIDE);
            Plane working = Plane.shrunk(picture, factor);
            Optional<Strokes> found = Strokes.in(working);
            if (found.isEmpty()) {
                throw new ImageRejectedException(
                        Reason.NO_INK,
                        "no ink found in the picture of " + whole.width() + "×" + whole.height()
                                + " pixels: nothing stands out from its background;"
                                + " one digit, dark on light or light on dark, is accepted");
            }
            Box box = found.get().box();
            boolean closeEnough = 2 * box.longerSide() > Math.max(working.width, working.height);
            if (factor == 1 || closeEnough || zoom == MAX_ZOOMS) {
                return found.get();
            }
            picture = picture.crop(box.magnified(factor)
                    .grownWithin(box.longerSide() * factor / 4, picture.width(), picture.height()));
        }
    }
}

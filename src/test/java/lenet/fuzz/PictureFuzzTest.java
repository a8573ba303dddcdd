package lenet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import lenet.image.DigitNormaliser;
import lenet.image.GrayImage;
import lenet.image.ImageDecoder;
import lenet.image.ImageLimits;
import lenet.image.ImageRejectedException;
import org.junit.jupiter.api.extension.RegisterExtension;

class PictureFuzzTest {

    @RegisterExtension
    static final Executions EXECUTIONS = new Executions();

    /** Fewer pixels than the service takes, so that a second is enough for many pictures. */
    private static final ImageDecoder DECODER = new ImageDecoder(new ImageLimits(1 << 20, 400_000));

    private static final DigitNormaliser NORMALISER = new DigitNormaliser();

    @FuzzTest
    void aPictureIsBroughtIntoFormOrRefused(byte[] picture) throws Exception {
        EXECUTIONS.run(() -> {
            try {
                GrayImage decoded = DECODER.decode(picture);
                NORMALISER.normalise(decoded);
            } catch (ImageRejectedException refused) {
                // As it should be.
            }
        });
    }
}

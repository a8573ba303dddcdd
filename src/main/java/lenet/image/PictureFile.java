package lenet.image;

import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * A picture file whose headers have been read and whose bytes have been reduced to what its pixels need: text, colour
 * profiles, thumbnails and the like can hide decompression bombs, and no digit needs them.
 *
 * @param width in pixels, as the file is stored
 * @param height in pixels, as the file is stored
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, lives as long as one decoding
record PictureFile(int width, int height, byte[] bytes, Orientation orientation, PixelReading pixels) {

    static PictureFile of(int width, int height, byte[] bytes, Orientation orientation) {
        return new PictureFile(width, height, bytes, orientation, reader -> Luminance.of(reader.read(0)));
    }

    /** Takes the luminance out of a reader that is set to this file. */
    @FunctionalInterface
    interface PixelReading {
        GrayImage read(ImageReader reader) throws IOException;
    }
}

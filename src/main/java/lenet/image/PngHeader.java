package lenet.image;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;

/**
 * The header of a plain PNG: not interlaced, at most 8 bits a sample.
 *
 * @param bits of one sample
 */
record PngHeader(int width, int height, int bits, Colour colour) {

    private static final int LENGTH = 13;

    /** What the samples of a pixel mean. */
    enum Colour {
        GREY(0, 1),
        RGB(2, 3),
        PALETTE(3, 1),
        GREY_AND_ALPHA(4, 2),
        RGB_AND_ALPHA(6, 4);

        private final int code;
        private final int samples;

        Colour(int code, int samples) {
            this.code = code;
            this.samples = samples;
        }

        /** Samples a pixel. */
        int samples() {
            return samples;
        }

        boolean hasAlpha() {
            return this == GREY_AND_ALPHA || this == RGB_AND_ALPHA;
        }

        private static Colour of(int code) throws DataFormatException {
            for (Colour colour : values()) {
                if (colour.code == code) {
                    return colour;
                }
            }
            throw new DataFormatException("no colour type: " + code);
        }
    }

    /** The header in an IHDR chunk's data; refuses what is not plain. */
    static PngHeader read(ByteBuffer data) throws DataFormatException {
        if (data.remaining() != LENGTH) {
            throw new DataFormatException("a header of " + data.remaining() + " bytes");
        }
        int width = data.getInt();
        int height = data.getInt();
        int bits = data.get();
        Colour colour = Colour.of(data.get());
        boolean packed = bits == 1 || bits == 2 || bits == 4;
        if (bits != 8 && !(packed && colour.samples() == 1)) {
            throw new DataFormatException(bits + " bits a sample");
        }
        int compression = data.get();
        int filter = data.get();
        int interlacing = data.get();
        if (compression != 0 || filter != 0 || interlacing != 0) {
            throw new DataFormatException("not compressed, filtered and ordered as usual");
        }
        return new PngHeader(width, height, bits, colour);
    }

    /** Bytes from a byte of a row to the one that its filter compares it with. */
    int pixelBytes() {
        return colour.samples();
    }

    /** Bytes of one row. */
    int rowBytes() {
        return (width * colour.samples() * bits + Byte.SIZE - 1) / Byte.SIZE;
    }
}

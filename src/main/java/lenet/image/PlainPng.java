package lenet.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DataFormatException;
import lenet.image.PngHeader.Colour;

/**
 * Decodes the commonest PNG files to exactly what ImageIO makes of them, in a fraction of the time that ImageIO takes to
 * set a reader up: not interlaced, at most 8 bits a sample, no colour declared transparent. All others, broken ones among
 * them, are left to ImageIO.
 */
final class PlainPng {

    private static final int SIGNATURE_LENGTH = 8;

    /** A chunk of a file. */
    private record Chunk(String type, ByteBuffer data) {

        /** Reads the next one and leaves its checksum out. */
        static Chunk next(ByteBuffer file) {
            int length = file.getInt();
            byte[] type = new byte[4];
            file.get(type);
            ByteBuffer data = file.slice(file.position(), length);
            file.position(file.position() + length + 4);
            return new Chunk(new String(type, StandardCharsets.ISO_8859_1), data);
        }

        ByteBuffer data(String expected) throws DataFormatException {
            if (!type.equals(expected)) {
                throw new DataFormatException(type + " in place of " + expected);
            }
            return data;
        }
    }

    private PlainPng() {}

    /**
     * The luminance of a plain and sound PNG; empty for any other.
     *
     * @param file whole chunks, the last IEND, with a header that announces a picture within the limits
     */
    static Optional<GrayImage> decode(byte[] file) {
        try {
            return Optional.of(decode(ByteBuffer.wrap(file).position(SIGNATURE_LENGTH)));
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    private static GrayImage decode(ByteBuffer file) throws DataFormatException {
        PngHeader header = PngHeader.read(Chunk.next(file).data("IHDR"));
        byte[] levels = header.colour() == Colour.PALETTE
                ? paletteLevels(Chunk.next(file).data("PLTE"))
                : greyLevels(header.bits());
        ByteArrayOutputStream pixels = new ByteArrayOutputStream(file.remaining());
        Chunk chunk = Chunk.next(file);
        for (; chunk.type().equals("IDAT"); chunk = Chunk.next(file)) {
            pixels.write(
                    chunk.data().array(),
                    chunk.data().arrayOffset(),
                    chunk.data().remaining());
        }
        chunk.data("IEND");
        return PngLuminance.of(header, levels, PngRows.inflated(header, pixels.toByteArray()));
    }

    private static byte[] paletteLevels(ByteBuffer palette) throws DataFormatException {
        byte[] levels = new byte[palette.remaining() / 3];
        if (3 * levels.length != palette.remaining()) {
            throw new DataFormatException("a palette of " + palette.remaining() + " bytes");
        }
        for (int i = 0; i < levels.length; i++) {
            int red = palette.get() & 0xff;
            int green = palette.get() & 0xff;
            int blue = palette.get() & 0xff;
            levels[i] = (byte) Luminance.ofRgb(red, green, blue);
        }
        return levels;
    }

    private static byte[] greyLevels(int bits) {
        byte[] levels = new byte[1 << bits];
        int step = 255 / (levels.length - 1);
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (i * step);
        }
        return levels;
    }
}

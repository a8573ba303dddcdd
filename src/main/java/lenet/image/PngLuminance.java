package lenet.image;

import java.util.zip.DataFormatException;

/** Takes the luminance out of a plain PNG's rows and resolves transparency, both as {@link Luminance} does. */
final class PngLuminance {

    private final PngHeader header;
    private final PngRows rows;
    private final byte[] luminance;
    private final byte[] alpha;

    private PngLuminance(PngHeader header, PngRows rows) {
        this.header = header;
        this.rows = rows;
        luminance = new byte[header.width() * header.height()];
        alpha = new byte[header.colour().hasAlpha() ? luminance.length : 0];
    }

    /**
     * The picture in these rows.
     *
     * @param levels where a pixel has a single sample: the luminance of each of its values
     */
    static GrayImage of(PngHeader header, byte[] levels, PngRows rows) throws DataFormatException {
        PngLuminance picture = new PngLuminance(header, rows);
        for (int y = 0; y < header.height(); y++) {
            switch (header.colour()) {
                case GREY, PALETTE -> picture.readLevels(y, levels);
                case GREY_AND_ALPHA -> picture.readGreys(y);
                case RGB -> picture.readColours(y);
                case RGB_AND_ALPHA -> picture.readColoursAndAlpha(y);
            }
        }
        if (header.colour().hasAlpha()) {
            Backdrop.layUnder(picture.luminance, picture.alpha);
        }
        return GrayImage.of(header.width(), header.height(), picture.luminance);
    }

    private void readLevels(int y, byte[] levels) throws DataFormatException {
        int bits = header.bits();
        int mask = (1 << bits) - 1;
        for (int x = 0; x < header.width(); x++) {
            int bit = x * bits;
            int sample = rows.at(y, bit / Byte.SIZE) >> (Byte.SIZE - bits - bit % Byte.SIZE) & mask;
            if (sample >= levels.length) {
                throw new DataFormatException("a colour outside the palette: " + sample);
            }
            luminance[y * header.width() + x] = levels[sample];
        }
    }

    private void readGreys(int y) {
        for (int x = 0; x < header.width(); x++) {
            luminance[y * header.width() + x] = (byte) rows.at(y, 2 * x);
            alpha[y * header.width() + x] = (byte) rows.at(y, 2 * x + 1);
        }
    }

    private void readColours(int y) {
        for (int x = 0; x < header.width(); x++) {
            luminance[y * header.width() + x] = colour(y, 3 * x);
        }
    }

    private void readColoursAndAlpha(int y) {
        for (int x = 0; x < header.width(); x++) {
            luminance[y * header.width() + x] = colour(y, 4 * x);
            alpha[y * header.width() + x] = (byte) rows.at(y, 4 * x + 3);
        }
    }

    private byte colour(int y, int red) {
        return (byte) Luminance.ofRgb(rows.at(y, red), rows.at(y, red + 1), rows.at(y, red + 2));
    }
}

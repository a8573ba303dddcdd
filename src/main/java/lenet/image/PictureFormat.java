package lenet.image;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The accepted file formats, told apart by their first bytes. */
@SuppressWarnings("ImmutableEnumChecker") // the signatures never leave this file, and the openers hold nothing
enum PictureFormat {
    PNG(PngFile::open, "\u0089PNG\r\n\u001a\n"),
    JPEG(JpegFile::open, "\u00ff\u00d8\u00ff"),
    GIF(GifFile::open, "GIF87a", "GIF89a"),
    BMP(BmpFile::open, "BM");

    static final String ACCEPTED = "PNG, JPEG, GIF or BMP";

    private final Opener opener;
    private final String[] signatures;

    PictureFormat(Opener opener, String... signatures) {
        this.opener = opener;
        this.signatures = signatures;
    }

    static Optional<PictureFormat> of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(format -> Arrays.stream(format.signatures).anyMatch(start::startsWith))
                .findFirst();
    }

    PictureFile open(byte[] bytes) throws IOException {
        return opener.open(bytes);
    }

    /** A new reader of this format; that of the JDK shows what is there of a BMP which was cut off. */
    ImageReader reader() {
        return this == BMP
                ? new BMPImageReader()
                : ImageIO.getImageReadersByFormatName(name()).next();
    }

    /** Reads headers only; a broken file may end in any {@link RuntimeException}. */
    @FunctionalInterface
    private interface Opener {
        PictureFile open(byte[] bytes) throws IOException;
    }
}

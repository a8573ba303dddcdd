package lenet.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import lenet.image.ImageRejectedException.Reason;

/**
 * Decodes a PNG, JPEG, GIF (its first frame) or BMP file to its luminance, 0 = black … 255 = white. The size is read
 * from the header before any pixel is decoded; transparency is laid over a backdrop that keeps the strokes visible;
 * the EXIF orientation of a JPEG or PNG is applied. Thread-safe.
 */
public final class ImageDecoder {

    private final ImageLimits limits;

    /** A decoder with {@link ImageLimits#DEFAULT}. */
    public ImageDecoder() {
        this(ImageLimits.DEFAULT);
    }

    /** A decoder with these limits. */
    public ImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * The luminance of the picture in these bytes. An opaque 8-bit grey PNG gives exactly its samples.
     *
     * @throws ImageRejectedException for whatever cannot be decoded within the limits; nothing else is thrown
     */
    public GrayImage decode(byte[] bytes) {
        if (bytes.length == 0) {
            throw new ImageRejectedException(
                    Reason.EMPTY, "the picture is empty (0 bytes); send a file in " + PictureFormat.ACCEPTED);
        }
        if (bytes.length > limits.maxBytes()) {
            throw new ImageRejectedException(
                    Reason.TOO_MANY_BYTES,
                    String.format(
                            Locale.ROOT,
                            "the picture has %,d bytes; at most %,d are accepted",
                            bytes.length,
                            limits.maxBytes()));
        }
        PictureFormat format = PictureFormat.of(bytes)
                .orElseThrow(() -> new ImageRejectedException(
                        Reason.NOT_AN_IMAGE,
                        UnreadFormat.of(bytes)
                                        .map(unread -> "the file is " + unread + ", which is not read")
                                        .orElse("the " + bytes.length + " bytes are not a known picture format")
                                + "; accepted are " + PictureFormat.ACCEPTED));
        try {
            PictureFile file = format.open(bytes);
            checkSize(file);
            return file.orientation().upright(pixels(format, file));
        } catch (ImageRejectedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers meet broken files with almost any runtime exception
            throw new ImageRejectedException(
                    Reason.DAMAGED,
                    "the file starts like a " + format + " but cannot be decoded: "
                            + (e instanceof IOException && e.getMessage() != null
                                    ? e.getMessage()
                                    : "it is corrupt or cut off")
                            + "; a complete file in " + PictureFormat.ACCEPTED + " is accepted",
                    e);
        }
    }

    private void checkSize(PictureFile file) throws IOException {
        if (file.width() < 1 || file.height() < 1) {
            throw new IOException("its size is " + file.width() + "×" + file.height() + " pixels");
        }
        if ((long) file.width() * file.height() > limits.maxPixels()) {
            throw new ImageRejectedException(
                    Reason.TOO_MANY_PIXELS,
                    String.format(
                            Locale.ROOT,
                            "the picture has %d×%d pixels; at most %,d in all are accepted",
                            file.width(),
                            file.height(),
                            limits.maxPixels()));
        }
    }

    private static GrayImage pixels(PictureFormat format, PictureFile file) throws IOException {
        Optional<GrayImage> plain = format == PictureFormat.PNG ? PlainPng.decode(file.bytes()) : Optional.empty();
        return plain.isPresent() ? plain.get() : readByImageIo(format, file);
    }

    private static GrayImage readByImageIo(PictureFormat format, PictureFile file) throws IOException {
        ImageReader reader = format.reader();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes()))) {
            reader.setInput(in, true, true);
            return file.pixels().read(reader);
        } finally {
            reader.dispose();
        }
    }
}

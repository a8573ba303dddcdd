package lenet.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Small IDX files for tests, whole or broken. */
final class IdxBytes {

    /** A label file of these classes. */
    static byte[] labels(int... classes) {
        byte[] data = new byte[classes.length];
        for (int i = 0; i < classes.length; i++) {
            data[i] = (byte) classes[i];
        }
        return join(hex("00000801 %08x".formatted(classes.length)), data);
    }

    /** An image file in which every pixel has this value, but for the first of pictures that have several: that is 0. */
    static byte[] images(int count, int rows, int columns, int pixel) {
        byte[] data = new byte[count * rows * columns];
        Arrays.fill(data, (byte) pixel);
        for (int first = 0; rows * columns > 1 && first < data.length; first += rows * columns) {
            data[first] = 0;
        }
        return images(count, rows, columns, data);
    }

    static byte[] images(int count, int rows, int columns, byte[] data) {
        return join(hex("00000803 %08x %08x %08x".formatted(count, rows, columns)), data);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    /** All but the last {@code bytes}. */
    static byte[] without(int bytes, byte[] content) {
        return Arrays.copyOf(content, content.length - bytes);
    }

    /** The content with every bit of one byte turned over. */
    static byte[] damaged(int index, byte[] content) {
        byte[] copy = content.clone();
        copy[index] ^= (byte) 0xff;
        return copy;
    }

    private IdxBytes() {}
}

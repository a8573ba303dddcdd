package lenet.image;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** MNIST's pictures from the classpath. */
final class MnistPictures {

    private MnistPictures() {}

    static List<GrayImage> training(int count) {
        return read("/mnist/train-images-idx3-ubyte.gz", count);
    }

    static List<GrayImage> test(int count) {
        return read("/mnist/t10k-images-idx3-ubyte.gz", count);
    }

    private static List<GrayImage> read(String resource, int count) {
        try (InputStream file = Objects.requireNonNull(MnistPictures.class.getResourceAsStream(resource), resource);
                DataInputStream in = new DataInputStream(new GZIPInputStream(file, 1 << 16))) {
            in.skipNBytes(16);
            List<GrayImage> pictures = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                pictures.add(GrayImage.of(28, 28, in.readNBytes(28 * 28)));
            }
            return pictures;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}

package lenet.testing;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import lenet.dataset.Dataset;

/** The first pictures of the bundled MNIST: 550 to train on, 50 to validate on and 200 to test on. */
public final class SmallMnist {

    private static final int TRAIN = 600;
    private static final int TEST = 200;

    private SmallMnist() {}

    /** Loads it, through a folder of IDX files. */
    public static Dataset load() {
        try {
            Path folder = Files.createTempDirectory("small-mnist");
            cut(folder, "train-images-idx3-ubyte", TRAIN);
            cut(folder, "train-labels-idx1-ubyte", TRAIN);
            cut(folder, "t10k-images-idx3-ubyte", TEST);
            cut(folder, "t10k-labels-idx1-ubyte", TEST);
            return Dataset.fromFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cut(Path folder, String file, int count) throws IOException {
        try (InputStream resource = SmallMnist.class.getResourceAsStream("/mnist/" + file + ".gz")) {
            if (resource == null) {
                throw new IOException(file + " is not on the class path");
            }
            DataInputStream data = new DataInputStream(new GZIPInputStream(resource));
            int magic = data.readInt();
            data.readInt();
            int dimensions = magic & 0xff;
            ByteBuffer header =
                    ByteBuffer.allocate(4 + 4 * dimensions).putInt(magic).putInt(count);
            int size = 1;
            for (int i = 1; i < dimensions; i++) {
                int length = data.readInt();
                header.putInt(length);
                size *= length;
            }
            byte[] content = data.readNBytes(count * size);
            Path target = folder.resolve(file);
            try (var out = Files.newOutputStream(target)) {
                out.write(header.array());
                new ByteArrayInputStream(content).transferTo(out);
            }
            target.toFile().deleteOnExit();
        }
        folder.toFile().deleteOnExit();
    }
}

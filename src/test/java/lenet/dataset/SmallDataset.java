package lenet.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with a data set of 24 training and 3 test pictures, whose files a test replaces one by one. */
record SmallDataset(Path folder) {

    static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    static SmallDataset in(Path folder) {
        return new SmallDataset(folder)
                .with(TRAIN_IMAGES, IdxBytes.images(24, 28, 28, 51))
                .with(TRAIN_LABELS, IdxBytes.labels(classesOf(24)))
                .with(TEST_IMAGES, IdxBytes.images(3, 28, 28, 102))
                .with(TEST_LABELS, IdxBytes.labels(classesOf(3)));
    }

    SmallDataset with(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    SmallDataset without(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** As many training pictures, all of one size and one gray, and test pictures of that size. */
    SmallDataset withTraining(int count, int rows, int columns, int pixel) {
        return with(TRAIN_IMAGES, IdxBytes.images(count, rows, columns, pixel))
                .with(TEST_IMAGES, IdxBytes.images(3, rows, columns, 102))
                .with(TRAIN_LABELS, IdxBytes.labels(classesOf(count)));
    }

    /** One of the files replaced by its gzip copy. */
    SmallDataset compressed(String file) {
        try {
            return with(file + ".gz", IdxBytes.gzip(Files.readAllBytes(folder.resolve(file))))
                    .without(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dataset load() {
        return Dataset.fromFolder(folder);
    }

    /** 0, 1, … 9, 0, 1, … */
    private static int[] classesOf(int count) {
        int[] classes = new int[count];
        for (int i = 0; i < count; i++) {
            classes[i] = i % 10;
        }
        return classes;
    }
}

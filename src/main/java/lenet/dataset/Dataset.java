package lenet.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Digit pictures of 28×28 in three splits, with what identifies them. Its values never change, but for the arrays that
 * {@link Images} and {@link LabelledImages} share and nobody writes to. Safe for concurrent use.
 *
 * <p>The last twelfth of the training file is the validation split (at least one picture): 5,000 of MNIST's 60,000.
 * Pictures smaller than 28×28 are centred on zeros; larger ones, labels outside 0–9, pictures in which no digit can be
 * seen and files that do not fit together are refused with a {@link DatasetException}.
 */
public final class Dataset {

    private final DatasetSource source;
    private @Nullable DatasetContents contents;
    private @Nullable LabelledImages test;

    private Dataset(DatasetSource source) {
        this.source = source;
    }

    /**
     * MNIST as it ships inside the product: 55,000 training, 5,000 validation and 10,000 test pictures. They are read
     * and checked when first asked for: who only classifies needs neither the time nor the memory.
     */
    public static Dataset bundled() {
        return onDemand(new BundledMnist());
    }

    /**
     * The data set in a folder that holds {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte},
     * {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, each plain or with {@code .gz}; a dot before
     * {@code idx} is read too. Read and checked at once: files from outside are refused early.
     */
    public static Dataset fromFolder(Path folder) {
        return load(new DatasetFolder(folder));
    }

    static Dataset load(DatasetSource source) {
        Dataset dataset = onDemand(source);
        dataset.contents();
        return dataset;
    }

    static Dataset onDemand(DatasetSource source) {
        return new Dataset(source);
    }

    /** {@code MNIST} for the bundled data set, else the name of the folder. */
    public String name() {
        return source.name();
    }

    /** The pictures and classes of a split; the test split does without the files of the others. */
    public LabelledImages split(Split split) {
        return split == Split.TEST
                ? test()
                : Objects.requireNonNull(contents().splits().get(split));
    }

    /** Number of pictures of each class 0–9 in a split; ten numbers. */
    public List<Integer> classCounts(Split split) {
        return Objects.requireNonNull(contents().classCounts().get(split));
    }

    /** Mean of the training split's pixels in [0, 1], the zeros that pad each picture to 32×32 included. */
    public double mean() {
        return contents().mean();
    }

    /** Standard deviation of the same pixels; above 0. */
    public double standardDeviation() {
        return contents().standardDeviation();
    }

    /**
     * SHA-256 of the four uncompressed files one after another: training images, training labels, test images, test
     * labels. The same for plain and gzip copies; lower-case hexadecimal.
     */
    public String fingerprint() {
        return contents().fingerprint();
    }

    /** The four files, in the fingerprint's order. */
    public List<FileFingerprint> files() {
        return contents().files();
    }

    @Override
    public String toString() {
        return "Dataset[%s]".formatted(name());
    }

    private synchronized DatasetContents contents() {
        if (contents == null) {
            contents = DatasetContents.read(source);
            test = contents.splits().get(Split.TEST);
        }
        return contents;
    }

    private synchronized LabelledImages test() {
        if (test == null) {
            test = DatasetContents.readTest(source);
        }
        return test;
    }
}

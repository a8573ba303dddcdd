package lenet.dataset;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Digit pictures of 28×28 in three splits, with what identifies them. Immutable, but for the arrays that
 * {@link Images} and {@link LabelledImages} share and nobody writes to.
 *
 * <p>The last twelfth of the training file is the validation split (at least one picture): 5,000 of MNIST's 60,000.
 * Pictures smaller than 28×28 are centred on zeros; larger ones, labels outside 0–9 and files that do not fit together
 * are refused with a {@link DatasetException}.
 */
public final class Dataset {

    private static final int CLASSES = 10;
    private static final int VALIDATION_IS_ONE_IN = 12;
    private static final int PADDED_PIXELS = 32 * 32;

    private final String name;
    private final Map<Split, LabelledImages> splits;
    private final Map<Split, List<Integer>> classCounts;
    private final double mean;
    private final List<FileFingerprint> files;
    private final String fingerprint;

    private Dataset(String name, Map<MnistFile, IdxFile> files) {
        this.name = name;
        this.splits = split(files);
        this.classCounts = new EnumMap<>(Split.class);
        splits.forEach((split, data) -> classCounts.put(split, countClasses(data)));
        this.mean = mean(split(Split.TRAIN).images());
        this.files = files.entrySet().stream()
                .map(file -> FileFingerprint.of(file.getKey(), file.getValue()))
                .toList();
        this.fingerprint = Checksum.SHA_256.of(files.values().stream()
                .map(IdxFile::content)
                .flatMap(Arrays::stream)
                .toArray(byte[][]::new));
    }

    /** MNIST as it ships inside the product: 55,000 training, 5,000 validation and 10,000 test pictures. */
    public static Dataset bundled() {
        return load(new BundledMnist());
    }

    /**
     * The data set in a folder that holds {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte},
     * {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, each plain or with {@code .gz}; a dot before
     * {@code idx} is read too.
     */
    public static Dataset fromFolder(Path folder) {
        return load(new DatasetFolder(folder));
    }

    static Dataset load(DatasetSource source) {
        return new Dataset(source.name(), source.read());
    }

    /** {@code MNIST} for the bundled data set, else the name of the folder. */
    public String name() {
        return name;
    }

    /** The pictures and classes of a split. */
    public LabelledImages split(Split split) {
        return Objects.requireNonNull(splits.get(split));
    }

    /** Number of pictures of each class 0–9 in a split; ten numbers. */
    public List<Integer> classCounts(Split split) {
        return Objects.requireNonNull(classCounts.get(split));
    }

    /** Mean of the training split's pixels in [0, 1], the zeros that pad each picture to 32×32 included. */
    public double mean() {
        return mean;
    }

    /**
     * SHA-256 of the four uncompressed files one after another: training images, training labels, test images, test
     * labels. The same for plain and gzip copies; lower-case hexadecimal.
     */
    public String fingerprint() {
        return fingerprint;
    }

    /** The four files, in the fingerprint's order. */
    public List<FileFingerprint> files() {
        return files;
    }

    @Override
    public String toString() {
        return "Dataset[%s %s]".formatted(name, fingerprint.substring(0, 12));
    }

    private static Map<Split, LabelledImages> split(Map<MnistFile, IdxFile> files) {
        LabelledFiles train = pair(files, MnistFile.TRAIN_IMAGES, MnistFile.TRAIN_LABELS);
        LabelledFiles test = pair(files, MnistFile.TEST_IMAGES, MnistFile.TEST_LABELS);
        if (train.count() < 2) {
            throw new DatasetException(
                    "%s: expected at least 2 pictures, one to train on and one to validate on, found %d",
                    train.images().name(), train.count());
        }
        int training = train.count() - Math.max(1, train.count() / VALIDATION_IS_ONE_IN);
        return new EnumMap<>(Map.of(
                Split.TRAIN, train.range(0, training),
                Split.VALIDATION, train.range(training, train.count()),
                Split.TEST, test.range(0, test.count())));
    }

    private static LabelledFiles pair(Map<MnistFile, IdxFile> files, MnistFile images, MnistFile labels) {
        return LabelledFiles.of(Objects.requireNonNull(files.get(images)), Objects.requireNonNull(files.get(labels)));
    }

    private static List<Integer> countClasses(LabelledImages data) {
        Integer[] counts = new Integer[CLASSES];
        Arrays.fill(counts, 0);
        for (byte label : data.labels()) {
            counts[label]++;
        }
        return List.of(counts);
    }

    /** Exact but for one rounding, at the division: both numbers are integers far below 2^53. */
    private static double mean(Images images) {
        long sum = 0;
        for (byte pixel : images.pixels()) {
            sum += Byte.toUnsignedInt(pixel);
        }
        return (double) sum / (255L * images.count() * PADDED_PIXELS);
    }
}

package lenet.dataset;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the four files come to.
 *
 * @param classCounts ten numbers a split
 * @param mean of the training split's padded pixels in [0, 1]
 * @param standardDeviation of the same pixels
 * @param files in the fingerprint's order
 * @param fingerprint SHA-256 of the uncompressed files one after another
 */
record DatasetContents(
        Map<Split, LabelledImages> splits,
        Map<Split, List<Integer>> classCounts,
        double mean,
        double standardDeviation,
        List<FileFingerprint> files,
        String fingerprint) {

    private static final int CLASSES = 10;
    private static final int VALIDATION_IS_ONE_IN = 12;
    private static final int PADDED_PIXELS = 32 * 32;

    /** Reads all four files and refuses those that do not fit together. */
    static DatasetContents read(DatasetSource source) {
        Map<MnistFile, IdxFile> files = new EnumMap<>(MnistFile.class);
        for (MnistFile file : MnistFile.values()) {
            files.put(file, source.read(file));
        }
        Map<Split, LabelledImages> splits = split(files);
        Map<Split, List<Integer>> classCounts = new EnumMap<>(Split.class);
        splits.forEach((split, data) -> classCounts.put(split, countClasses(data)));
        Images training = Objects.requireNonNull(splits.get(Split.TRAIN)).images();
        return new DatasetContents(
                splits,
                classCounts,
                mean(training),
                standardDeviation(training),
                files.entrySet().stream()
                        .map(file -> FileFingerprint.of(file.getKey(), file.getValue()))
                        .toList(),
                Checksum.SHA_256.of(files.values().stream()
                        .map(IdxFile::content)
                        .flatMap(Arrays::stream)
                        .toArray(byte[][]::new)));
    }

    /** Reads the two files of the test split alone. */
    static LabelledImages readTest(DatasetSource source) {
        return whole(LabelledFiles.of(source.read(MnistFile.TEST_IMAGES), source.read(MnistFile.TEST_LABELS)));
    }

    private static Map<Split, LabelledImages> split(Map<MnistFile, IdxFile> files) {
        LabelledFiles train = pair(files, MnistFile.TRAIN_IMAGES, MnistFile.TRAIN_LABELS);
        LabelledFiles test = pair(files, MnistFile.TEST_IMAGES, MnistFile.TEST_LABELS);
        train.checkSizeOf(test);
        if (train.count() < 2) {
            throw new DatasetException(
                    "%s: expected at least 2 pictures, one to train on and one to validate on, found %d",
                    train.images().name(), train.count());
        }
        int training = train.count() - Math.max(1, train.count() / VALIDATION_IS_ONE_IN);
        return new EnumMap<>(Map.of(
                Split.TRAIN, train.range(0, training),
                Split.VALIDATION, train.range(training, train.count()),
                Split.TEST, whole(test)));
    }

    private static LabelledImages whole(LabelledFiles files) {
        return files.range(0, files.count());
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

    private static double standardDeviation(Images images) {
        long squares = 0;
        for (byte pixel : images.pixels()) {
            squares += (long) Byte.toUnsignedInt(pixel) * Byte.toUnsignedInt(pixel);
        }
        double mean = mean(images);
        return Math.sqrt((double) squares / (255L * 255L * images.count() * PADDED_PIXELS) - mean * mean);
    }
}

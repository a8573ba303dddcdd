package lenet.dataset;

import java.util.List;

/** The four files of a data set in MNIST's layout, in the order in which the data set's fingerprint takes them. */
enum MnistFile {
    TRAIN_IMAGES("train-images", IdxFile.Kind.IMAGES),
    TRAIN_LABELS("train-labels", IdxFile.Kind.LABELS),
    TEST_IMAGES("t10k-images", IdxFile.Kind.IMAGES),
    TEST_LABELS("t10k-labels", IdxFile.Kind.LABELS);

    private final String stem;
    private final IdxFile.Kind kind;

    MnistFile(String stem, IdxFile.Kind kind) {
        this.stem = stem;
        this.kind = kind;
    }

    IdxFile.Kind kind() {
        return kind;
    }

    /** The name that MNIST's authors gave it, uncompressed: {@code train-images-idx3-ubyte}. */
    String fileName() {
        return stem + "-" + suffix();
    }

    /** Every name the file goes by, the preferred first: a plain copy is quicker to read than a gzip one. */
    List<String> spellings() {
        String dotted = stem + "." + suffix();
        return List.of(fileName(), dotted, fileName() + ".gz", dotted + ".gz");
    }

    private String suffix() {
        return "idx" + kind.rank() + "-ubyte";
    }
}

package lenet.dataset;

import java.util.Arrays;

/** An image file and the label file that goes with it, checked against each other; any run of it can be cut out. */
record LabelledFiles(IdxFile images, IdxFile labels, Framing framing) {

    /** Refuses files of different lengths, pictures that cannot be framed and labels outside 0–9. */
    static LabelledFiles of(IdxFile images, IdxFile labels) {
        if (images.count() != labels.count()) {
            throw new DatasetException(
                    "%s and %s: expected as many labels as pictures, found %,d pictures and %,d labels",
                    images.name(), labels.name(), images.count(), labels.count());
        }
        byte[] classes = labels.data();
        for (int i = 0; i < classes.length; i++) {
            int found = Byte.toUnsignedInt(classes[i]);
            if (found > 9) {
                throw new DatasetException("%s: expected labels of 0–9, found %d at index %d", labels.name(), found, i);
            }
        }
        return new LabelledFiles(images, labels, Framing.of(images));
    }

    /** Refuses pictures of another size than those of {@code others}: a network has learned from one of them only. */
    void checkSizeOf(LabelledFiles others) {
        if (!framing.equals(others.framing())) {
            throw new DatasetException(
                    "%s: expected pictures of %d×%d, as in %s, found %d×%d",
                    others.images().name(),
                    framing.rows(),
                    framing.columns(),
                    images.name(),
                    others.framing().rows(),
                    others.framing().columns());
        }
    }

    int count() {
        return images.count();
    }

    /** Pictures {@code from} (inclusive) to {@code to} (exclusive), 28×28, with their classes. */
    LabelledImages range(int from, int to) {
        Images framed = framing.frame(images.data(), from, to);
        Gray.of(framed).check(images.name(), from, to);
        return new LabelledImages(framed, Arrays.copyOfRange(labels.data(), from, to));
    }
}

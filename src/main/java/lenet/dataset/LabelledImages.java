package lenet.dataset;

/**
 * Pictures with their classes.
 *
 * @param labels one class a picture, 0–9; shared and never written to
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose, as in Images; never compared.
public record LabelledImages(Images images, byte[] labels) {

    public LabelledImages {
        if (labels.length != images.count()) {
            throw new IllegalArgumentException(
                    "%,d images need as many labels, found %,d".formatted(images.count(), labels.length));
        }
    }

    /** Number of labelled pictures. */
    public int count() {
        return labels.length;
    }

    /** The class of picture {@code index}. */
    public int label(int index) {
        return labels[index];
    }

    @Override
    public String toString() {
        return "LabelledImages[%,d]".formatted(count());
    }
}

package lenet.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import lenet.dataset.Images;
import lenet.network.Classifier;
import lenet.network.Engine;

/**
 * A few digits and the logits that a model gave for them when it was registered. Whoever loads the model must get them
 * again: that tells damaged weights and an engine that computes something else.
 *
 * @param logits {@code [digit][class]}, row-major
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record SelfCheck(Images digits, float[] logits) {

    /** Above what engines, vector widths and processors make of the same weights, far below what changes an answer. */
    private static final float TOLERANCE = 1e-3f;

    /**
     * What {@code model} gives for {@code digits}.
     *
     * @throws UnfitModelException if that is not finite
     */
    static SelfCheck of(TrainedModel model, Engine engine, Images digits) {
        try (Classifier classifier = model.ensemble().classifier(engine)) {
            float[] logits = classifier.logits(digits, 0, digits.count());
            for (float logit : logits) {
                if (!Float.isFinite(logit)) {
                    throw new UnfitModelException("the model gives a logit of %s for a digit".formatted(logit));
                }
            }
            return new SelfCheck(digits, logits);
        }
    }

    /**
     * Asks {@code classifier} for the same digits; its first pass also loads native code, which nobody should wait for.
     *
     * @throws UnfitModelException if it gives other logits
     */
    void verify(Classifier classifier) {
        float[] found = classifier.logits(digits, 0, digits.count());
        if (found.length != logits.length) {
            throw new UnfitModelException("the model was registered with %d logits for %d digits and gives %d now"
                    .formatted(logits.length, digits.count(), found.length));
        }
        for (int i = 0; i < found.length; i++) {
            // Written so that NaN fails.
            if (!(Math.abs(found[i] - logits[i]) <= TOLERANCE * (1 + Math.abs(logits[i])))) {
                throw new UnfitModelException(
                        "a logit was %s when the model was registered and is %s now".formatted(logits[i], found[i]));
            }
        }
    }

    byte[] toBytes() {
        ByteBuffer bytes =
                ByteBuffer.allocate(3 * Integer.BYTES + digits.pixels().length + logits.length * Float.BYTES);
        bytes.putInt(digits.count()).putInt(digits.side()).putInt(logits.length).put(digits.pixels());
        for (float logit : logits) {
            bytes.putFloat(logit);
        }
        return bytes.array();
    }

    static SelfCheck read(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        int count = bytes.getInt();
        int side = bytes.getInt();
        float[] logits = new float[bytes.getInt()];
        byte[] pixels = new byte[count * side * side];
        bytes.get(pixels);
        bytes.asFloatBuffer().get(logits);
        return new SelfCheck(new Images(count, side, pixels), logits);
    }

    /** The first picture of each class among {@code images}. */
    static Images digitsOf(Images images, byte[] labels) {
        int[] first = new int[10];
        Arrays.fill(first, -1);
        for (int i = labels.length - 1; i >= 0; i--) {
            first[labels[i]] = i;
        }
        int[] found = Arrays.stream(first).filter(i -> i >= 0).toArray();
        int area = images.side() * images.side();
        byte[] pixels = new byte[found.length * area];
        for (int i = 0; i < found.length; i++) {
            System.arraycopy(images.pixels(), images.offset(found[i]), pixels, i * area, area);
        }
        return new Images(found.length, images.side(), pixels);
    }
}

package lenet.network;

import lenet.dataset.LabelledImages;
import lenet.dataset.PictureReader;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of one step: positions {@code from} (inclusive) to {@code to} (exclusive) of {@code order}, which names
 * pictures of {@code data}. Nothing is copied; the engine packs the bytes into its own layout.
 *
 * @param order picture indices in the order of this epoch; shared and never written to
 * @param reader how the engine gets at the pictures
 * @param targets what a teacher makes of all pictures of {@code data}, as {@code reader} reads them; absent where their
 *     classes are all there is to learn
 */
@SuppressWarnings("ArrayRecordComponent") // Shared for a whole epoch; never compared.
public record Batch(
        LabelledImages data,
        int[] order,
        int from,
        int to,
        PictureReader reader,
        @Nullable SoftTargets targets) {

    public Batch {
        if (from < 0 || to <= from || to > order.length) {
            throw new IllegalArgumentException("a batch is a range of the order's %,d positions, found [%d, %d)"
                    .formatted(order.length, from, to));
        }
    }

    /** A batch that nobody teaches. */
    public Batch(LabelledImages data, int[] order, int from, int to, PictureReader reader) {
        this(data, order, from, to, reader, null);
    }

    /** A batch of pictures as they are. */
    public Batch(LabelledImages data, int[] order, int from, int to) {
        this(data, order, from, to, PictureReader.PLAIN);
    }

    /** Number of pictures. */
    public int size() {
        return to - from;
    }

    /** Index in {@code data} of the batch's picture {@code i}. */
    public int index(int i) {
        return order[from + i];
    }

    /** Class of the batch's picture {@code i}. */
    public int label(int i) {
        return data.label(index(i));
    }

    /**
     * What {@code loss} makes of the batch's picture {@code i}, by its class or by its target.
     *
     * @param logits the picture's start at {@code offset}
     * @param slopes is given the loss derived by each logit
     */
    public double loss(Loss loss, float[] logits, int offset, int i, double[] slopes) {
        double byClass = loss.of(logits, offset, label(i), slopes);
        return targets == null ? byClass : targets.soften(byClass, logits, offset, index(i), label(i), slopes);
    }
}

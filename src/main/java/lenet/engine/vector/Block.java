package lenet.engine.vector;

import java.util.List;

/**
 * The buffers that sixteen pictures need on their way through a network and back. Used by one thread at a time.
 *
 * @param activations the input, then what each layer gives
 * @param scratch what each layer needs to itself
 */
record Block(List<Activations> activations, List<float[]> scratch) {

    /** The pictures. */
    Activations input() {
        return activations.get(0);
    }

    /** The last layer's sums. */
    Activations logits() {
        return activations.get(activations.size() - 1);
    }

    /** Copies the logits of the first {@code pictures} to {@code [picture][class]} from {@code to[at]} on. */
    void copyLogits(int classes, int pictures, float[] to, int at) {
        float[] values = logits().values();
        for (int picture = 0; picture < pictures; picture++) {
            for (int c = 0; c < classes; c++) {
                to[at + picture * classes + c] = values[c * Lanes.BLOCK + picture];
            }
        }
    }
}

package lenet.network;

import lenet.dataset.Images;

/** A network that only answers. Safe for concurrent use. */
public interface Classifier extends AutoCloseable {

    /** Logits of pictures {@code from} (inclusive) to {@code to} (exclusive), {@code [picture][class]} row-major. */
    float[] logits(Images images, int from, int to);

    /** Releases native memory; calls under way finish first. */
    @Override
    void close();
}

package lenet.image;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * What figures are drawn with: there is only one. A figure takes as much time as hundreds of classifications, and however
 * many are asked for, they shall take no more than one processor.
 */
final class Pen {

    private static final int MOST_WAITING = 32;

    private static final Semaphore PEN = new Semaphore(1, true);

    private Pen() {}

    /**
     * Draws when nobody else does.
     *
     * @throws NotDrawnException if many wait already
     */
    static <T> T draw(Supplier<T> drawing) {
        if (PEN.getQueueLength() >= MOST_WAITING) {
            throw new NotDrawnException(MOST_WAITING);
        }
        PEN.acquireUninterruptibly();
        try {
            return drawing.get();
        } finally {
            PEN.release();
        }
    }
}

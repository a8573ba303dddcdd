package lenet.image;

/** A figure was not drawn, since too many wait to be. */
public final class NotDrawnException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDrawnException(int waiting) {
        super("%d figures wait to be drawn, as many as may; ask again, or for JSON".formatted(waiting));
    }
}

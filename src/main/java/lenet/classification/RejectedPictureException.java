package lenet.classification;

import java.util.Objects;
import lenet.image.ImageRejectedException;

/** One of the pictures to classify cannot be; the message says what was found and what is accepted. */
public final class RejectedPictureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int index;
    private final ImageRejectedException.Reason reason;

    RejectedPictureException(int index, ImageRejectedException cause) {
        super(cause.getMessage(), cause);
        this.index = index;
        this.reason = cause.reason();
    }

    /** Position of the picture in the request, from 0. */
    public int index() {
        return index;
    }

    /** Why it was refused. */
    public ImageRejectedException.Reason reason() {
        return reason;
    }

    /** What was found and what is accepted. */
    public String detail() {
        return Objects.requireNonNull(getMessage());
    }
}
